import { expect, test } from "vitest";
import { readChartInfo } from "@/lib/deck/chart/info";

test("a chart without a kind is one of bars", () => {
  expect(readChartInfo("")).toEqual({ kind: "bar", stacked: false, horizontal: false, title: "" });
});

test("kind, options with or without braces, and a title", () => {
  expect(readChartInfo("area {stacked} [Builds, by month]")).toEqual({ kind: "area", stacked: true, horizontal: false, title: "Builds, by month" });
  expect(readChartInfo("bar horizontal")).toMatchObject({ kind: "bar", horizontal: true });
});

test("what nobody knows is named", () => {
  expect(readChartInfo("spider")).toEqual({ problem: 'There is no chart "spider": choose one of bar, line, area, pie, donut.' });
  expect(readChartInfo("line 3d")).toEqual({ problem: 'A chart knows "stacked", "horizontal" and a [title], but not "3d".' });
});
