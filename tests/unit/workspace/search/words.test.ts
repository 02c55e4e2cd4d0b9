import { expect, test } from "vitest";
import { titleKey, wordsOf } from "@/lib/workspace/search/words";

test.each([
  ["Café Zürich", ["cafe", "zurich"]],
  ["Straße, Øresund & Łódź", ["strasse", "oresund", "lodz"]],
  ["node.js v1.2 snake_case", ["node", "js", "v1", "2", "snake", "case"]],
  ["ﬁne Ａ", ["fine", "a"]],
  ["東京 tower", ["東", "京", "tower"]],
  ["it's « odd » …", ["it", "s", "odd"]],
  ["🎉 :: --", []],
])("the words of %j are %j", (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

test("what was composed and what was not are one word", () => {
  expect(wordsOf("re\u0301sume\u0301")).toEqual(wordsOf("résumé"));
});

test("a word that no one types is cut, and never between two halves of a sign", () => {
  const [word = ""] = wordsOf("𐌀".repeat(500));
  expect([word.length <= 64, /\p{Surrogate}/u.test(word)]).toEqual([true, false]);
});

test("a title sorts by its words", () => {
  expect(titleKey("  «Éclairs»: a Talk ")).toBe("eclairs a talk");
});
