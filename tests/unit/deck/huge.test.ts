import { expect, test } from "vitest";
import { importDeck, parseDeck, renderDeck } from "@/lib/deck";

/** Lists that are longer than a call takes arguments: nothing may hand them on in one. */
const long = 150_000;

test.each([
  ["classes of a slide", `.fx: ${"a ".repeat(long)}`],
  ["settings in a comment", `<!--\n${"color:\n".repeat(long)}-->`],
  ["unknown settings in a comment", `<!--\n${"_a:\n".repeat(long)}-->`],
  ["headings of a deck", Array.from({ length: 50 }, () => "#\n".repeat(long / 50)).join("\n---\n\n")],
])("reads very many %s", (_what, text) => {
  const deck = parseDeck(text);
  expect(renderDeck(deck).length + deck.notices.length).toBeGreaterThan(0);
});

test("imports a box of very many lines", () => {
  expect(importDeck(`@snap[north]\n${"a\n".repeat(long)}@snapend\n`, "gitpitch").markdown).toContain("a\na\n");
});
