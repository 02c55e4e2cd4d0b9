import type { Deck } from "@/lib/deck";

/**
 * Where one slide begins in the text pane. `written`: the line of the break itself is drawn as the rule.
 * `implied`: no such line (headingDivider, first slide), the rule stands above the slide's first line.
 */
export interface SlideRule {
  readonly kind: "written" | "implied";
  /** 1-based line that the number stands at. */
  readonly line: number;
  /** 1-based number of the slide that begins here. */
  readonly slide: number;
}

/** The rules of a deck, in order, one a slide. */
export function slideRules(deck: Pick<Deck, "source" | "slides">): readonly SlideRule[] {
  const rules: SlideRule[] = [];
  let previousEnd = 0;
  deck.slides.forEach((slide, index) => {
    const between = deck.source.slice(previousEnd, slide.range.start);
    // Front matter stands before the first slide: its fences are no break between slides.
    const blank = between.length - between.trimStart().length;
    const isWritten = index > 0 && between.trim() !== "";
    const own = deck.source.slice(slide.range.start, slide.range.end);
    // Without a line of its own the slide begins where its first words stand.
    const firstLine =
      own.trim() === "" ? slide.range.startLine : slide.range.startLine + countLines(own.slice(0, own.length - own.trimStart().length));
    const line = isWritten ? slide.range.startLine - countLines(between.slice(blank)) : firstLine;
    rules.push({ kind: isWritten ? "written" : "implied", line: Math.max(1, line), slide: index + 1 });
    previousEnd = slide.range.end;
  });
  return rules;
}

/** Same rules at the same lines? Then there is nothing to redraw. */
export function sameRules(a: readonly SlideRule[], b: readonly SlideRule[]): boolean {
  return (
    a.length === b.length && a.every((rule, index) => rule.line === b[index]?.line && rule.kind === b[index].kind && rule.slide === b[index].slide)
  );
}

function countLines(text: string): number {
  return text.split("\n").length - 1;
}
