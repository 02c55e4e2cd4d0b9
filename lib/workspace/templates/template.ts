/** A deck to begin with: what it is for, and its text, which is a talk and not a form. */
export interface Template {
  readonly id: string;
  readonly name: string;
  /** What it is for, in a sentence. */
  readonly about: string;
  readonly markdown: string;
}
