import { expect, test } from "vitest";
import { noticesIn } from "@/tests/support/decks/notices";

const chartNotices = (source: string) => noticesIn(source, "chart-data").map(({ about, message }) => [about, message]);

test("a number that is none is named at its line", () => {
  expect(chartNotices("# A\n\n```chart bar\n,x\na,1\nb,many\n```\n")).toEqual([["b,many", 'Line 3: "many" is no number.']]);
});

test("what no line alone is to blame for stands at the fence, in a list too", () => {
  expect(chartNotices("- item\n\n  ```chart pieces\n  ,x\n  a,1\n  ```\n")).toEqual([
    ["```chart pieces", 'There is no chart "pieces": choose one of bar, line, area, pie, donut.'],
  ]);
});

test("a chart that can be drawn has nothing said about it", () => {
  expect(chartNotices("```chart line [Title]\n,x\na,1\n```\n\n```csv\na\n```\n")).toEqual([]);
});
