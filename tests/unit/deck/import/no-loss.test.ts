import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { array, assert, constantFrom, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { importDeck, type Dialect } from "@/lib/deck";

/** Nothing is measured here; a busy machine just takes longer. */
const slowMachineMs = 120_000;

const folder = "tests/fixtures/deck/import";
const dialects = ["slidev", "reveal", "hedgedoc", "pandoc"] as const satisfies readonly Dialect[];

/** Pieces of decks of one dialect: paragraphs of the fixtures, put together anew. */
function piecesOf(dialect: Dialect): readonly string[] {
  const names = readdirSync(path.join(folder, dialect)).filter((name) => name.endsWith(".md") && !name.endsWith(".expected.md"));
  const texts = names.map((name) =>
    readFileSync(path.join(folder, dialect, name), "utf8")
      .replaceAll("\r\n", "\n")
      .replace(/^---\n[\s\S]*?\n---\n/, ""),
  );
  return texts.flatMap((text) => text.split(/\n{2,}/)).filter((piece) => piece.trim() !== "");
}

describe.each(dialects)("%s, from pieces put together at random", (dialect) => {
  const decks = array(constantFrom(...piecesOf(dialect)), { minLength: 1, maxLength: 12 });

  test(
    "an import of the result changes nothing",
    () => {
      assert(
        property(decks, (pieces) => {
          const { markdown } = importDeck(pieces.join("\n\n"), dialect);
          expect(importDeck(markdown, dialect).markdown).toBe(markdown);
          expect(importDeck(markdown).markdown).toBe(markdown);
        }),
        { numRuns: 25 },
      );
    },
    slowMachineMs,
  );

  test(
    "every word between them is in the result",
    () => {
      assert(
        property(decks, (pieces) => {
          const marked = pieces.flatMap((piece, index) => [piece, `Zwischenwort${index}x`]);
          // A column of a table that nobody closed may end within a word, as Pandoc has it.
          const words = importDeck(marked.join("\n\n"), dialect).markdown.replaceAll(" | ", "");
          for (let index = 0; index < pieces.length; index++) expect(words).toContain(`Zwischenwort${index}x`);
        }),
        { numRuns: 25 },
      );
    },
    slowMachineMs,
  );

  test(
    "line ends of Windows change nothing",
    () => {
      assert(
        property(decks, (pieces) => {
          const text = pieces.join("\n\n");
          expect(importDeck(text.replaceAll("\n", "\r\n"), dialect).markdown).toBe(importDeck(text, dialect).markdown);
        }),
        { numRuns: 10 },
      );
    },
    slowMachineMs,
  );
});
