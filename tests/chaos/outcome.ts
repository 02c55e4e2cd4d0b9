/** What became of everybody's text under one fault. */
export interface Outcome {
  readonly name: string;
  readonly edits: number;
  /** Of them, those that a label called Saved. */
  readonly saved: number;
  /** Of those, what a fresh reading of the database doesn't have. */
  readonly lost: number;
  readonly doubled: number;
  /** The longest that anybody's label was away from Saved while somebody could have served them. */
  readonly comeBackMs: number;
  /** Of the process that grew most, after everybody left. */
  readonly heapGrowthBytes: number;
  readonly remarks: readonly string[];
  /** What must not be, in words; none where the promise was kept. */
  readonly troubles: readonly string[];
}
