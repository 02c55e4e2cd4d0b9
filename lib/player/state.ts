/** Where a talk stands: the slide (0-based) and how many of its steps are shown. */
export interface Position {
  readonly slide: number;
  readonly step: number;
}

export type Move =
  | { readonly type: "next" | "previous" | "next-slide" | "previous-slide" | "first" | "last" }
  | { readonly type: "go"; readonly slide: number; readonly step?: number };

/**
 * The position after a move. `fragments` holds how many steps each slide takes. Going back into a slide shows all of
 * it; jumping to one starts it. A move that leads nowhere gives the same object back.
 */
export function reduce(position: Position, move: Move, fragments: readonly number[]): Position {
  const last = Math.max(0, fragments.length - 1);
  const stepsOf = (slide: number) => fragments[slide] ?? 0;
  const { slide, step } = position;
  switch (move.type) {
    case "next":
      if (step < stepsOf(slide)) return { slide, step: step + 1 };
      return slide < last ? { slide: slide + 1, step: 0 } : position;
    case "previous":
      if (step > 0) return { slide, step: step - 1 };
      return slide > 0 ? { slide: slide - 1, step: stepsOf(slide - 1) } : position;
    case "next-slide":
      return slide < last ? { slide: slide + 1, step: 0 } : position;
    case "previous-slide":
      return slide > 0 ? { slide: slide - 1, step: 0 } : same(position, { slide, step: 0 });
    case "first":
      return same(position, { slide: 0, step: 0 });
    case "last":
      return same(position, { slide: last, step: 0 });
    case "go": {
      const to = clamp(move.slide, last);
      return same(position, { slide: to, step: clamp(move.step ?? 0, stepsOf(to)) });
    }
  }
}

/** The position that the next press of next leads to; undefined at the end. */
export function following(position: Position, fragments: readonly number[]): Position | undefined {
  const next = reduce(position, { type: "next" }, fragments);
  return next === position ? undefined : next;
}

function same(before: Position, after: Position): Position {
  return before.slide === after.slide && before.step === after.step ? before : after;
}

function clamp(value: number, max: number): number {
  return Number.isFinite(value) ? Math.max(0, Math.min(max, Math.trunc(value))) : 0;
}
