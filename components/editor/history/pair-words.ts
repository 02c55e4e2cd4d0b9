import type { SlideChange } from "@/components/editor/history/match-slides";

/** A slide that is not the same then and now. */
export type PairOfSlides = Exclude<SlideChange, { readonly kind: "same" }>;

/** Slides that are the same, one behind the other; `after` are their indexes now. */
export interface FoldedSlides {
  readonly kind: "folded";
  readonly after: readonly number[];
}

/** Puts slides that are the same and stand together into one row. */
export function foldSame(changes: readonly SlideChange[]): readonly (PairOfSlides | FoldedSlides)[] {
  const rows: (PairOfSlides | FoldedSlides)[] = [];
  for (const change of changes) {
    const last = rows.at(-1);
    if (change.kind !== "same") rows.push(change);
    else if (last?.kind === "folded") rows[rows.length - 1] = { kind: "folded", after: [...last.after, change.after] };
    else rows.push({ kind: "folded", after: [change.after] });
  }
  return rows;
}

export interface PairTitle {
  readonly place: string;
  readonly title: string;
  /** What became of it. */
  readonly sign: string;
  readonly tone: "changed" | "added" | "removed";
}

/** What stands above a pair. Places are counted from 1. */
export function pairTitle(pair: PairOfSlides, title: string): PairTitle {
  switch (pair.kind) {
    case "added":
      return { place: `Slide ${pair.after + 1}`, title, sign: "Added", tone: "added" };
    case "removed":
      return { place: `Slide ${pair.before + 1}`, title, sign: "Removed", tone: "removed" };
    case "changed":
      return { place: `Slide ${pair.after + 1}`, title, sign: "Changed", tone: "changed" };
    case "moved":
    case "moved and changed": {
      const sign = `Moved from ${pair.before + 1} to ${pair.after + 1}`;
      return { place: `Slide ${pair.after + 1}`, title, sign: pair.kind === "moved" ? sign : `${sign} and changed`, tone: "changed" };
    }
  }
}
