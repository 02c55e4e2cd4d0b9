import type { Deck, Notice, Slide } from "@/lib/deck/deck";
import { renderInputOf } from "@/lib/deck/slide-data";
import type { SlideSource } from "@/lib/deck/slide-source";
import { placeTokens } from "./placed-tokens";
import { slideRangesOf } from "./slide-ranges";

/** One sentence on why a formula can't be set; undefined for one that can. */
export type FormulaProblem = (tex: string, display: boolean) => string | undefined;

/** Formulas that whoever sets them refuses, each at its place. */
export function refusedFormulas(deck: Deck, problemOf: FormulaProblem | undefined): readonly Notice[] {
  if (!problemOf) return [];
  const refused = deck.slides.flatMap((slide) => (slide.parts.math ? problemsOn(slide, problemOf).map((found) => ({ slide, ...found })) : []));
  if (refused.length === 0) return [];
  const rangeOn = slideRangesOf(deck);
  return refused.map(({ slide, start, end, problem }) => ({
    code: "formula-refused",
    severity: "error",
    message: `This formula can't be set. ${problem}`,
    range: rangeOn(slide, start, end),
  }));
}

interface Refused {
  readonly start: number;
  readonly end: number;
  readonly problem: string;
}

const known = new WeakMap<FormulaProblem, WeakMap<SlideSource, readonly Refused[]>>();

/** A slide keeps its source while its text stays, so an edit sets the formulas of one slide. */
function problemsOn(slide: Slide, problemOf: FormulaProblem): readonly Refused[] {
  const { source, text } = renderInputOf(slide);
  const bySource = known.get(problemOf) ?? new WeakMap<SlideSource, readonly Refused[]>();
  known.set(problemOf, bySource);
  const found = bySource.get(source) ?? findProblems(source, text, problemOf);
  bySource.set(source, found);
  return found;
}

function findProblems(source: SlideSource, text: string, problemOf: FormulaProblem): readonly Refused[] {
  return placeTokens(source.blocks, text).flatMap(({ token, start, end }) => {
    if ((token.type !== "mathInline" && token.type !== "mathBlock") || !("tex" in token) || typeof token.tex !== "string") return [];
    const problem = problemOf(token.tex, token.type === "mathBlock" || ("display" in token && token.display === true));
    return problem === undefined ? [] : [{ start, end: start + text.slice(start, end).trimEnd().length, problem }];
  });
}
