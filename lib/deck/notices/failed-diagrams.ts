import type { Deck, Notice, RenderOptions } from "@/lib/deck/deck";
import { diagramHash } from "@/lib/deck/decorate/diagrams";
import { renderInputOf } from "@/lib/deck/slide-data";
import { fenceLine, fencesIn } from "./fences";
import { placeTokens } from "./placed-tokens";
import { slideRangesOf } from "./slide-ranges";

/** Diagrams that could not be drawn, at the line that what draws them names. */
export function failedDiagrams(deck: Deck, diagrams: RenderOptions["diagrams"]): readonly Notice[] {
  const failed = deck.slides.filter(({ parts }) => parts.diagrams.some(({ hash }) => diagrams?.get(hash)?.state === "failed"));
  if (failed.length === 0) return [];
  const rangeOn = slideRangesOf(deck);
  return failed.flatMap((slide) => {
    const { source, text } = renderInputOf(slide);
    return fencesIn(placeTokens(source.blocks, text), "mermaid").flatMap((fence): Notice[] => {
      const drawing = diagrams?.get(diagramHash(fence.text));
      if (drawing?.state !== "failed") return [];
      const { start, end } = fenceLine(text, fence.start, drawing.line === undefined ? 0 : drawing.line + linesBefore(fence.text));
      return [
        { code: "diagram-failed", severity: "error", message: `This diagram can't be drawn. ${drawing.message}`, range: rangeOn(slide, start, end) },
      ];
    });
  });
}

/** Empty lines above the diagram's first one: drawings don't count them. */
function linesBefore(text: string): number {
  return (/^\s*\n/.exec(text)?.[0].split("\n").length ?? 1) - 1;
}
