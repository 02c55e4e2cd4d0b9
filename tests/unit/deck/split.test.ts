import fc from "fast-check";
import { expect, test } from "vitest";
import { languageFor } from "@/lib/deck/language";
import { readSlideSource } from "@/lib/deck/slide-source";
import { splitSlides, startsSlide } from "@/lib/deck/split";
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

test("a slide beyond reading is told to be one by its lines as by its blocks", () => {
  const lines = [
    "---",
    " - - -",
    "***",
    "_ _\t_",
    "--",
    "- -",
    "-- -",
    "    ---",
    "> ---",
    "- ---",
    "# a",
    "## a",
    "a",
    "===",
    "```",
    "<!--",
    "-->",
    "<div>",
    "",
  ];
  const levels = fc.constantFrom([], [1], [1, 2, 3]);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...lines), { maxLength: 4 }), levels, (few, headingDivider) => {
      const options = { breaks: false, headingDivider };
      const text = `${"> a\n".repeat(5_001)}\n${few.join("\n")}\n`;
      const parts = languageFor(options).lexBlocks(text);
      const started = parts.filter((token) => token.type === "hr" || startsSlide(token, headingDivider));
      expect(splitSlides(text, options).length > 1).toBe(started.length > 0);
    }),
    { numRuns },
  );
}, 0);
