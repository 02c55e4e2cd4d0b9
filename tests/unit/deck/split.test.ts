import fc from "fast-check";
import { expect, test } from "vitest";
import { readSlideSource } from "@/lib/deck/slide-source";
import { splitSlides } from "@/lib/deck/split";
import { anyEdit } from "@/tests/support/decks/edits";
import { fixtureDecks } from "@/tests/support/decks/fixture-decks";

const numRuns = Number(process.env["RUNS"] ?? 150);

test("a slide reads the same from the blocks that splitting found as from its own text", () => {
  const options = fc.record({ breaks: fc.boolean(), math: fc.boolean(), headingDivider: fc.constantFrom([], [1], [1, 2, 3]) });
  fc.assert(
    fc.property(fc.constantFrom(...fixtureDecks()), fc.array(anyEdit, { maxLength: 10 }), options, (deckText, edits, split) => {
      const text = edits.reduce((edited, edit) => edit(edited), deckText).replace(/\r\n?/g, "\n");
      for (const piece of splitSlides(text, split)) {
        const source = readSlideSource(piece.text, split, piece.blocks);
        const alone = readSlideSource(piece.text, split);
        expect([source, source.words]).toEqual([alone, alone.words]);
      }
    }),
    { numRuns },
  );
}, 0);

test("a slide is read from the blocks that splitting found", () => {
  const [, second] = splitSlides("# One\n\n---\n\n# Two\n\n- three\n", { breaks: false, headingDivider: [] });
  const [, heading] = second?.blocks?.tokens ?? [];
  const { blocks } = readSlideSource(second?.text ?? "", { breaks: false }, second?.blocks);
  expect(blocks[1]?.token).toBe(heading);
});
