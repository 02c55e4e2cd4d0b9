import { reduce, type Move, type Position } from "@/lib/player/state";

/** What of a slide decides about places: its address and how many steps it takes. */
export interface SlidePlace {
  readonly anchor: string;
  readonly fragments: number;
}

/** A place named as it is told between pages: by the slide's address, and its index in case the address is gone. */
export interface NamedPlace {
  readonly anchor: string;
  readonly slide: number;
  readonly step: number;
}

/** The same place among other slides: by its address, else by its index; steps it does not have are not shown. */
export function placeIn(slides: readonly SlidePlace[], { anchor, slide, step }: NamedPlace): Position {
  const found = slides.findIndex((one) => one.anchor === anchor);
  const at = found === -1 ? Math.max(0, Math.min(slide, slides.length - 1)) : found;
  return { slide: at, step: Math.max(0, Math.min(step, slides[at]?.fragments ?? 0)) };
}

interface Swap {
  readonly from: readonly SlidePlace[];
  readonly to: readonly SlidePlace[];
}

/**
 * Where a move leads once newer slides are taken; undefined where they have to wait on, since it stays on its slide.
 * At the end of the old ones it goes on where the newer ones do.
 */
export function placeAfterSwap(before: Position, move: Move, { from, to }: Swap): Position | undefined {
  const after = reduce(before, move, stepsOf(from));
  if (after.slide !== before.slide) return placeIn(to, named(from, after));
  if (after !== before) return undefined;
  const here = placeIn(to, named(from, before));
  const on = reduce(here, move, stepsOf(to));
  return on.slide === here.slide ? undefined : on;
}

/** A position with the address of its slide. */
export function named(slides: readonly SlidePlace[], { slide, step }: Position): NamedPlace {
  return { anchor: slides[slide]?.anchor ?? "", slide, step };
}

function stepsOf(slides: readonly SlidePlace[]): readonly number[] {
  return slides.map((slide) => slide.fragments);
}
