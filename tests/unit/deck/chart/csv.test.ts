import { expect, test } from "vitest";
import { readCsv } from "@/lib/deck/chart/csv";

const cells = (text: string) => readCsv(text).map((row) => row.cells);

test("commas separate cells, and the spaces around them go", () => {
  expect(cells("week, p50\n1 , 38\n")).toEqual([
    ["week", "p50"],
    ["1", "38"],
  ]);
});

test("tabs separate where the first line has one", () => {
  expect(cells("week\tp50\n1\t1,5")).toEqual([
    ["week", "p50"],
    ["1", "1,5"],
  ]);
});

test("semicolons separate where the first line has no comma", () => {
  expect(cells("Woche;p50\n1;3,5")).toEqual([
    ["Woche", "p50"],
    ["1", "3,5"],
  ]);
});

test("a quoted cell holds separators, line ends, doubled quotes and its spaces", () => {
  expect(cells('a,b\n" say ""hi"", all\nof you ",2')).toEqual([
    ["a", "b"],
    [' say "hi", all\nof you ', "2"],
  ]);
});

test("a quote that nobody closes ends with the text", () => {
  expect(cells('a,b\n"open,1')).toEqual([["a", "b"], ["open,1"]]);
});

test("blank lines go, and every row knows its own line", () => {
  expect(readCsv('a,b\n\n"x\ny",1\nz,2').map((row) => row.line)).toEqual([1, 3, 5]);
});

test("no text, no rows", () => {
  expect(cells("")).toEqual([]);
});
