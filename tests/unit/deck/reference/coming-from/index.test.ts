import { expect, test } from "vitest";
import { importDeck, parseDeck } from "@/lib/deck";
import { deckLinter } from "@/lib/deck/linter";
import { comingFrom } from "@/lib/deck/reference";
import { themeNames } from "@/lib/themes";

// The tables make promises to people who bring a deck: every row is imported here, as its tool's own.
const rows = comingFrom.flatMap(({ tool, dialect, rows: all }) => all.map((row) => [tool, row.outcome, row.what, { dialect, row }] as const));
const of = (outcome: string) => rows.filter(([, its]) => its === outcome);

test.each(rows)("%s, %s: %s", (_tool, _outcome, _what, { dialect, row }) => {
  expect(importDeck(row.source, dialect).markdown).toContain(row.becomes);
});

test.each(of("as-is"))("%s keeps %s: %s, without a word of warning", (_tool, _outcome, _what, { dialect, row }) => {
  expect(row.source, "it is written the same before").toContain(row.becomes);
  expect(importDeck(row.source, dialect).notices.filter(({ severity }) => severity === "warning" || severity === "error")).toEqual([]);
});

test.each(of("converted"))("%s, %s: %s is written anew", (_tool, _outcome, _what, { dialect, row }) => {
  expect(row.source).not.toContain(row.becomes);
  expect(importDeck(row.source, dialect).markdown).not.toBe(row.source);
});

test.each(of("unsupported"))("%s, %s: %s is named in a notice", (_tool, _outcome, _what, { dialect, row }) => {
  const { markdown, notices } = importDeck(row.source, dialect);
  const deck = parseDeck(markdown);
  expect([...notices, ...deck.notices, ...deckLinter.around(deck, { themes: themeNames })]).not.toEqual([]);
});

test.each(rows)("%s, %s: %s, imported again, stays as it is", (_tool, _outcome, _what, { dialect, row }) => {
  const { markdown } = importDeck(row.source, dialect);
  expect(importDeck(markdown).markdown).toBe(markdown);
});
