import { expect, test } from "vitest";
import { markWords, snippetOf } from "@/lib/workspace/search/mark-words";

/** With brackets around what was found. */
function show(parts: ReturnType<typeof markWords>): string {
  return parts.map(({ text, isFound }) => (isFound ? `[${text}]` : text)).join("");
}

test.each([
  ["Docker and dockers", ["dock"], "[Dock]er and [dock]ers"],
  ["Cafés in Café", ["cafe"], "[Café]s in [Café]"],
  ["Straßen", ["stras"], "[Straß]en"],
  ["in a nutshell", ["a"], "in [a] nutshell"],
  ["東京タワー", ["京"], "東[京]タワー"],
  ["no match", ["other"], "no match"],
])("in %j, %j is marked as %j", (text, words, marked) => {
  expect(show(markWords(text, words))).toBe(marked);
});

test("a snippet begins at a word a little before what was found, and says where it was cut", () => {
  const text = `${"before ".repeat(40)}needle ${"after ".repeat(60)}`.trim();
  const snippet = show(snippetOf(text, ["needle"]) ?? []);
  expect(snippet).toMatch(/^…before .*\[needle\] after .*after…$/);
  expect(snippet.length).toBeLessThan(200);
});

test("there is no snippet of a text that doesn't say it", () => {
  expect(snippetOf("something else", ["needle"])).toBeUndefined();
});
