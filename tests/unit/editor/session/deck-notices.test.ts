import { expect, test } from "vitest";
import { createFitStore } from "@/components/editor/session/fit-store";
import { deckNotices } from "@/components/editor/session/deck-notices";
import { parseDeck } from "@/lib/deck";
import { deckLinter } from "@/lib/deck/linter";

test("a deck that is well has nothing said about it", () => {
  expect(deckNotices(parseDeck("# Fine"), deckLinter, { fits: createFitStore(undefined) })).toEqual([]);
});

test("a slide that runs over is said with its number, its line and by how much", () => {
  const deck = parseDeck("# One\n\n---\n\n# Two\n\n## Part\n\n## Part");
  const fits = createFitStore(undefined);
  fits.put(new Map([[deck.slides[1]?.hash ?? "", { step: 70, screens: 2.4 }]]));
  const [notice, ...rest] = deckNotices(deck, deckLinter, { fits });
  expect(rest).toEqual([]);
  expect(notice).toMatchObject({ severity: "warning", message: "Slide 2 is 2.4 screens tall: split at its 3 headings." });
  expect(notice?.range.startLine).toBe(5);
  expect(deck.source.slice(notice?.range.start, notice?.range.end)).toBe("# Two");
  expect(notice?.fix?.label).toBe("Split it into 3 slides");
});

test("what the linter says stands in the order of the text", () => {
  const deck = parseDeck("---\ntheme: [\n---\n# One");
  const notices = deckNotices(deck, deckLinter, { fits: createFitStore(undefined) });
  expect(notices).toEqual(deck.notices);
  expect(notices.length).toBeGreaterThan(0);
});

test("a theme that does not exist is said among the others", () => {
  const deck = parseDeck("---\ntheme: nowhere\n---\n\n# One\n\n[a][b]\n");
  expect(deckNotices(deck, deckLinter, { fits: createFitStore(undefined), themes: ["lectern"] }).map(({ code }) => code)).toEqual([
    "theme-unknown",
    "broken-reference",
  ]);
});
