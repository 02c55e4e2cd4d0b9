import { expect, test } from "vitest";
import { lineChanges, type LineChange } from "@/components/editor/history/line-changes";

/** As one would draw it: a sign, and what is marked in brackets. */
function drawn(changes: readonly LineChange[]): readonly string[] {
  const signs = { gone: "-", come: "+", kept: " " };
  return changes.map((line) =>
    line.kind === "folded" ? `… ${line.count}` : signs[line.kind] + line.parts.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join(""),
  );
}

const lines = (count: number) => Array.from({ length: count }, (_, index) => `line ${index}\n`).join("");

test("what differs in a line is marked", () => {
  expect(drawn(lineChanges("# One\nold words\nend\n", "# One\nnew words\nend\n"))).toEqual([" # One", "-[old] words", "+[new] words", " end"]);
});

test("lines that came or went stand by themselves", () => {
  expect(drawn(lineChanges("a\nb\nc\n", "b\nc\nd\n"))).toEqual(["-a", " b", " c", "+d"]);
});

test("long equal stretches are folded but for three lines around what differs", () => {
  expect(drawn(lineChanges(`a\n${lines(20)}z\n`, `b\n${lines(20)}y\n`))).toEqual([
    "-[a]",
    "+[b]",
    " line 0",
    " line 1",
    " line 2",
    "… 14",
    " line 17",
    " line 18",
    " line 19",
    "-[z]",
    "+[y]",
  ]);
});

test("equal texts are one fold", () => {
  expect(drawn(lineChanges(lines(9), lines(9)))).toEqual(["… 9"]);
});

test("an empty text that came to be is all new", () => {
  expect(drawn(lineChanges("", "a\n\nb"))).toEqual(["+a", "+", "+b"]);
});
