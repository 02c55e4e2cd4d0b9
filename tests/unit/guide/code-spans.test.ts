import { expect, test } from "vitest";
import { codeSpans } from "@/components/guide/code-spans";

const words = (text: string) => ({ kind: "words", text });
const code = (text: string) => ({ kind: "code", text });

test.each([
  ["plain words", "No code here.", [words("No code here.")]],
  ["code in a sentence", "Write `bg` first.", [words("Write "), code("bg"), words(" first.")]],
  ["several", "`a`, `b`", [code("a"), words(", "), code("b")]],
  ["backticks in code", "A block of ```` ```chart ```` is drawn.", [words("A block of "), code("```chart"), words(" is drawn.")]],
  ["a lone backtick in code", "As `` `code` `` shows", [words("As "), code("`code`"), words(" shows")]],
  ["a backtick that nobody closed", "It's ` alone", [words("It's ` alone")]],
])("%s is cut as CommonMark cuts it", (_name, sentence, spans) => {
  expect(codeSpans(sentence)).toEqual(spans);
});
