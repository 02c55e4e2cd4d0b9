import { expect, test } from "vitest";
import { createFitStore } from "@/components/editor/session/fit-store";
import { deckRemarks } from "@/components/editor/status/deck-remarks";
import { parseDeck } from "@/lib/deck";

test("a deck that is well has nothing said about it", () => {
  expect(deckRemarks(parseDeck("# Fine"), createFitStore(undefined))).toEqual([]);
});

test("a slide that runs over is said with its number, its line and by how much", () => {
  const deck = parseDeck("# One\n\n---\n\n# Two\n\n## Part\n\n## Part");
  const fits = createFitStore(undefined);
  fits.put(new Map([[deck.slides[1]?.hash ?? "", { step: 70, screens: 2.4 }]]));
  const [remark, ...rest] = deckRemarks(deck, fits);
  expect(rest).toEqual([]);
  expect(remark).toMatchObject({ severity: "warning", line: 5, message: "Slide 2 is 2.4 screens tall: split at its 3 headings." });
  expect(deck.source.slice(remark?.offset)).toMatch(/^# Two/);
});

test("what the linter says stands in the order of the text", () => {
  const deck = parseDeck("---\ntheme: [\n---\n# One");
  const remarks = deckRemarks(deck, createFitStore(undefined));
  expect(remarks.map((remark) => remark.message)).toEqual(deck.notices.map((notice) => notice.message));
  expect(remarks.length).toBeGreaterThan(0);
});
