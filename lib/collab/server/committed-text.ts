import type { TextPlaces } from "@/lib/collab/server/text-places";

/** A text as it is committed at one row of the log. */
export interface CommittedText {
  readonly generation: number;
  readonly seq: number;
  readonly markdown: string;
  /** Where its characters came from: positions that outlast edits are made and found here. */
  readonly places: TextPlaces;
}
