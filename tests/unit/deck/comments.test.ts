import { expect, test } from "vitest";
import { blankCodeSpans, findComments, readComment } from "@/lib/deck/comments";

test("lines that are settings are taken out, and what is left is notes", () => {
  const { values, ownValues, notes } = readComment("\nlayout: center\n_class: a b\nSay hello first.\n");
  expect({ values, ownValues, notes }).toEqual({ values: { layout: "center" }, ownValues: { class: "a b" }, notes: "Say hello first." });
});

test.each([
  ["a text on several lines", "_footer: |\n  one\n  two", "one\ntwo"],
  ["a folded text", "_footer: >-\n  one\n  two", "one two"],
  ["a list", "_footer:\n- one\n- two", ["one", "two"]],
])("%s belongs to its key", (_, inside, expected) => {
  expect(readComment(inside)).toMatchObject({ ownValues: { footer: expected }, notes: "" });
});

test.each([
  ["_backgroundColor: #fff", { backgroundColor: "#fff" }],
  ["_paginate: false", { paginate: false }],
  ['_header: "a: b"', { header: "a: b" }],
  ["_header: [", { header: "[" }],
  ["_header: *all", { header: "*all" }],
])("%s is read as %j", (inside, expected) => {
  expect(readComment(inside).ownValues).toEqual(expected);
});

test("a note may end with a setting", () => {
  expect(readComment(" Pause here. _duration: 2m ")).toMatchObject({ ownValues: { duration: "2m" }, notes: "Pause here." });
});

test("words that look like a key are notes", () => {
  expect(readComment("Remember: smile\nand breathe")).toMatchObject({ values: {}, unknownKeys: [], notes: "Remember: smile\nand breathe" });
});

test("a key of a slide's own that nothing knows is named and no note", () => {
  const { unknownKeys, notes } = readComment("_colour: red");
  expect([unknownKeys.map(({ key }) => key), notes]).toEqual([["colour"], ""]);
});

test("every setting knows its place", () => {
  const inside = " layout:   center\n_footer: |\n  one\n  two\n";
  expect(readComment(inside).written.map(({ start, end }) => inside.slice(start, end))).toEqual(["layout:   center", "_footer: |\n  one\n  two"]);
});

test.each(["prettier-ignore", " markdownlint-disable MD033 ", "fit"])("a comment for another program is no note: %s", (inside) => {
  expect(readComment(inside).notes).toBe("");
});

test("comments are found up to one that nobody closed", () => {
  const text = "a <!-- b --> <!----> <!-- c";
  expect(findComments(text).map(({ start, end }) => text.slice(start, end))).toEqual(["<!-- b -->", "<!---->"]);
});

test("a comment in a code span is blank, unit for unit", () => {
  const span = "`<!-- b -->`";
  expect(blankCodeSpans(`a ${span} c \`\`d\``)).toBe(`a ${" ".repeat(span.length)} c \`\`d\``);
});
