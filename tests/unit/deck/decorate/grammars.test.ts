import hljs from "highlight.js";
import { expect, test } from "vitest";
import { grammarName, grammarNames } from "@/lib/deck/decorate/grammars";

const libraryNames = hljs.listLanguages().filter((name) => name !== "plaintext");

test("every language of highlight.js is known by its name and its other names", () => {
  const names = libraryNames.flatMap((name) => [name, ...(hljs.getLanguage(name)?.aliases ?? [])]);
  expect(names.filter((name) => grammarName(name.toLowerCase()) === undefined)).toEqual([]);
});

test("no name stands for a language that highlight.js has not", () => {
  expect(grammarNames.filter((name) => !libraryNames.includes(name))).toEqual([]);
});

test.each([
  ["kt", "kotlin"],
  ["c++", "cpp"],
  ["ml", "ocaml"],
  ["tsx", "typescript"],
  ["vue", "xml"],
  ["klingon", undefined],
  ["", undefined],
])("%j is %j", (alias, name) => {
  expect(grammarName(alias)).toBe(name);
});
