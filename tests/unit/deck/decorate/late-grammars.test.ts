import hljs from "highlight.js";
import { expect, test } from "vitest";
import { knowsLanguage } from "@/lib/deck/decorate/grammars";
import { lateGrammarName, lateGrammarNames } from "@/lib/deck/decorate/late-grammars";

const libraryNames = hljs.listLanguages().filter((name) => name !== "plaintext");

test("every language of highlight.js is known by its name and its other names", () => {
  const names = libraryNames.flatMap((name) => [name, ...(hljs.getLanguage(name)?.aliases ?? [])]);
  expect(names.filter((name) => !knowsLanguage(name.toLowerCase()))).toEqual([]);
});

test("no late name stands for a language that highlight.js has not", () => {
  expect(lateGrammarNames.filter((name) => !libraryNames.includes(name))).toEqual([]);
});

test.each([
  ["kt", "kotlin"],
  ["c++", "cpp"],
  ["ml", "ocaml"],
  ["typescript", undefined],
  ["", undefined],
])("%j is %j", (alias, name) => {
  expect(lateGrammarName(alias)).toBe(name);
});
