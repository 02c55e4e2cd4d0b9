import { overflowText, sourceOfSlide } from "@/components/editor/preview/overflow-text";
import { overflows, type FitStore } from "@/components/editor/session/fit-store";
import { splitAtHeadings, type Deck, type DeckLinter, type Notice, type Surroundings } from "@/lib/deck";

/** What is known around a deck's text: how its slides sit on their canvas, which themes and files there are. */
export interface DeckSurroundings extends Surroundings {
  readonly fits: Pick<FitStore, "get">;
}

/** Everything there is to say about a deck, in the order of the text: its linter, once it is there, what is around it, what runs over. */
export function deckNotices(deck: Deck, linter: DeckLinter | undefined, surroundings: DeckSurroundings): readonly Notice[] {
  const all = [...deck.notices, ...(linter?.around(deck, surroundings) ?? []), ...overflowNotices(deck, surroundings.fits)];
  return all.sort((a, b) => a.range.start - b.range.start);
}

function overflowNotices(deck: Deck, fits: Pick<FitStore, "get">): readonly Notice[] {
  return deck.slides.flatMap((slide, index): Notice[] => {
    const fit = fits.get(slide.hash);
    if (!overflows(fit)) return [];
    const text = sourceOfSlide(deck.source, slide);
    const lead = text.length - text.trimStart().length;
    const start = slide.range.start + lead;
    const firstLine = text.slice(lead).split("\n", 1)[0] ?? "";
    const line = slide.range.startLine + (text.slice(0, lead).split("\n").length - 1);
    const edits = splitAtHeadings(deck, index);
    return [
      {
        code: "overflow",
        severity: "warning",
        message: `Slide ${index + 1} is ${overflowText(fit.screens, text)}.`,
        range: { start, end: start + firstLine.length, startLine: line, endLine: line },
        ...(edits.length === 0 ? {} : { fix: { label: `Split it into ${edits.length + 1} slides`, edits } }),
      },
    ];
  });
}
