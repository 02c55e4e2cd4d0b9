import diff from "fast-diff";
import { compareLines, linesOf } from "@/lib/collab/protocol/compare-lines";

/** A stretch of a line; marked where it is what differs. */
export interface LinePart {
  readonly text: string;
  readonly isMarked: boolean;
}

/** Lines of a comparison: what went, what came, and what both have. */
export type LineChange =
  | { readonly kind: "gone" | "come" | "kept"; readonly parts: readonly LinePart[] }
  | { readonly kind: "folded"; readonly count: number };

/** Equal lines shown around what differs. */
const contextLines = 3;
/** Texts of more lines are shown as one that went and one that came. */
const maxLines = 6_000;
/** Within a place that differs, words are marked up to so many characters. */
const maxMarkedChars = 2_000;

/** Two texts line by line, with what differs in a line marked, and long equal stretches folded. */
export function lineChanges(before: string, after: string): readonly LineChange[] {
  const [from, to] = [linesOf(before), linesOf(after)];
  const hunks = from.length + to.length > maxLines ? [{ gone: before, come: after, kept: "" }] : compareLines(from, to);
  return hunks.flatMap(({ gone, come, kept }, index) => [
    ...changed(gone, come),
    ...folded(textLines(kept), { isFirst: index === 0 && gone === "" && come === "", isLast: index === hunks.length - 1 }),
  ]);
}

function changed(gone: string, come: string): readonly LineChange[] {
  const isMarked = gone !== "" && come !== "" && gone.length + come.length <= maxMarkedChars;
  if (!isMarked) return [...plain("gone", gone), ...plain("come", come)];
  const parts = diff(gone, come, undefined, true);
  return [...split("gone", parts, diff.INSERT), ...split("come", parts, diff.DELETE)];
}

function plain(kind: "gone" | "come", text: string): readonly LineChange[] {
  return textLines(text).map((line) => ({ kind, parts: [{ text: line, isMarked: false }] }));
}

/** One side of a comparison, cut into its lines. */
function split(kind: "gone" | "come", parts: readonly diff.Diff[], otherSide: -1 | 1): readonly LineChange[] {
  const lines: LinePart[][] = [[]];
  for (const [operation, text] of parts) {
    if (operation === otherSide) continue;
    for (const [index, piece] of text.split("\n").entries()) {
      if (index > 0) lines.push([]);
      if (piece !== "") lines.at(-1)?.push({ text: piece, isMarked: operation !== diff.EQUAL });
    }
  }
  if (lines.length > 1 && lines.at(-1)?.length === 0) lines.pop();
  return lines.map((line) => ({ kind, parts: line }));
}

function folded(lines: readonly string[], { isFirst, isLast }: { readonly isFirst: boolean; readonly isLast: boolean }): readonly LineChange[] {
  const keep = (part: readonly string[]) => part.map((line): LineChange => ({ kind: "kept", parts: [{ text: line, isMarked: false }] }));
  const [head, tail] = [isFirst ? 0 : contextLines, isLast ? 0 : contextLines];
  const count = lines.length - head - tail;
  if (count < 2) return keep(lines);
  return [...keep(lines.slice(0, head)), { kind: "folded", count }, ...keep(lines.slice(lines.length - tail))];
}

function textLines(text: string): readonly string[] {
  if (text === "") return [];
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}
