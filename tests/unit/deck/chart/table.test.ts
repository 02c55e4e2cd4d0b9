import { expect, test } from "vitest";
import { readChartTable } from "@/lib/deck/chart/table";

test("the first row names the series, the first column the categories", () => {
  expect(readChartTable("week,p50,p90\n1,38,47\n3,,41")).toEqual({
    corner: "week",
    categories: ["1", "3"],
    series: [
      {
        name: "p50",
        cells: [
          { value: 38, text: "38" },
          { value: undefined, text: "" },
        ],
      },
      {
        name: "p90",
        cells: [
          { value: 47, text: "47" },
          { value: 41, text: "41" },
        ],
      },
    ],
    unit: { before: "", after: "" },
  });
});

test("a sign at every number is the axis's", () => {
  expect(readChartTable("a,b\nx,1 %\ny,2 %")).toMatchObject({ unit: { before: "", after: " %" } });
  expect(readChartTable("a,b\nx,1 %\ny,2")).toMatchObject({ unit: { before: "", after: "" } });
});

test.each([
  ["", /no data yet/],
  ["only\nnames", /one column/],
  ["a,b", /no numbers: add a row/],
  ["a,b\nx,many", /Line 2: "many" is no number/],
  ["a,b\nx,3,5", /Line 2 has 2 numbers for 1 names/],
  ["a,b\nx,", /no numbers yet/],
  [`a,b\n${"x,1\n".repeat(201)}`, /up to 200 rows; this one has 201/],
])("%j can't be drawn, and says why", (text, problem) => {
  expect(readChartTable(text)).toMatchObject({ problem: expect.stringMatching(problem) });
});
