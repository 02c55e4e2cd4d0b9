import { align, chunksOf } from "./merge-lists";

/** A text with both changes, and what of mine had to give way to theirs. */
export interface MergedLines {
  readonly text: string;
  readonly conflicts: readonly LineConflict[];
}

export interface LineConflict {
  readonly mine: string;
  readonly theirs: string;
  /** Where theirs stands in the merged text. */
  readonly start: number;
}

/** Merges two changes of a text by line. Where both changed the same lines theirs stay, and mine are told. */
export function mergeLines(base: string, { mine, theirs }: { readonly mine: string; readonly theirs: string }): MergedLines {
  if (mine === theirs || mine === base) return { text: theirs, conflicts: [] };
  if (theirs === base) return { text: mine, conflicts: [] };
  const lists = { base: linesOf(base), mine: linesOf(mine), theirs: linesOf(theirs) };
  const equal = (one: string, other: string) => (one === other ? 1 : 0);
  const alignments = { toMine: align(lists.base, lists.mine, equal), toTheirs: align(lists.base, lists.theirs, equal) };
  let text = "";
  const conflicts: LineConflict[] = [];
  for (const chunk of chunksOf(lists, alignments)) {
    const [ours, old, others] = [chunk.mine.join(""), chunk.base.join(""), chunk.theirs.join("")];
    if (others === old || ours === others) text += ours;
    else if (ours === old) text += others;
    else {
      conflicts.push({ mine: ours, theirs: others, start: text.length });
      text += others;
    }
  }
  return { text, conflicts };
}

/** Each with its line end. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
