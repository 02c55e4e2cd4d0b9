import { expect, test } from "vitest";
import { decimalsOf, formatNumber, readNumber } from "@/lib/deck/chart/number";

test.each([
  ["41", 41, "", ""],
  ["1,250.5", 1250.5, "", ""],
  ["1.250,5", 1250.5, "", ""],
  ["1,250", 1250, "", ""],
  ["3,5", 3.5, "", ""],
  ["1 250 000", 1_250_000, "", ""],
  ["1'250", 1250, "", ""],
  [".5", 0.5, "", ""],
  ["1e3", 1000, "", ""],
  ["-92 %", -92, "", " %"],
  ["−92 %", -92, "", " %"],
  ["€ 12", 12, "€", ""],
  ["4.2 ms", 4.2, "", " ms"],
])("%s is a number", (cell, value, before, after) => {
  expect(readNumber(cell)).toEqual({ value, before, after });
});

test.each(["", "many", "1:30", "3/4", "-", "€", "1e999"])("%j is none", (cell) => {
  expect(readNumber(cell)).toBeUndefined();
});

test("thousands stand apart from five digits on", () => {
  expect([formatNumber(1250, 0), formatNumber(-12_500, 0), formatNumber(1_250_000.5, 1)]).toEqual(["1250", "−12\u202f500", "1\u202f250\u202f000.5"]);
});

test("zero has no sign, even where it was rounded to", () => {
  expect(formatNumber(-0.04, 1)).toBe("0.0");
});

test("decimals are as many as the numbers need", () => {
  expect([decimalsOf([1, 2]), decimalsOf([0.5, 1]), decimalsOf([0.25]), decimalsOf([1 / 3])]).toEqual([0, 1, 2, 3]);
});
