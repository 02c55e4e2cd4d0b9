import { overflowText, sourceOfSlide } from "@/components/editor/preview/overflow-text";
import { overflows, type FitStore } from "@/components/editor/session/fit-store";
import type { Deck, Notice, NoticeSeverity } from "@/lib/deck";

/** One line of the notices' panel: what the linter says, or a slide that runs over. */
export interface Remark {
  readonly id: string;
  readonly severity: NoticeSeverity;
  readonly message: string;
  /** 1-based line, and the offset a click goes to. */
  readonly line: number;
  readonly offset: number;
  readonly fix: Notice["fix"];
}

/** Everything there is to say about a deck, in the order of the text. */
export function deckRemarks(deck: Deck, fits: Pick<FitStore, "get">): readonly Remark[] {
  const linted = deck.notices.map((notice, index): Remark => ({
    id: `${notice.code} ${index}`,
    severity: notice.severity,
    message: notice.message,
    line: notice.range.startLine,
    offset: notice.range.start,
    fix: notice.fix,
  }));
  const over = deck.slides.flatMap((slide, index): Remark[] => {
    const fit = fits.get(slide.hash);
    if (!overflows(fit)) return [];
    const text = sourceOfSlide(deck.source, slide);
    const lead = text.length - text.trimStart().length;
    return [
      {
        id: `overflow ${slide.key}`,
        severity: "warning",
        message: `Slide ${index + 1} is ${overflowText(fit.screens, text)}.`,
        line: slide.range.startLine + (text.slice(0, lead).split("\n").length - 1),
        offset: slide.range.start + lead,
        fix: undefined,
      },
    ];
  });
  return [...linted, ...over].sort((a, b) => a.offset - b.offset);
}
