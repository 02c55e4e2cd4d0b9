import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { personColors } from "@/lib/collab/protocol/person-color";

const css = readFileSync("components/editor/monaco/peers.css", "utf8");

test("the stylesheet of carets carries the same colours in the same order", () => {
  const styled = [...css.matchAll(/\.peer-(\d+) \{ --peer: (#[0-9a-f]{6}); \}/g)].map(([, index, color]) => [Number(index), color]);
  expect(styled).toEqual(personColors.map((color, index) => [index, color]));
});

test("white names are legible on every colour", () => {
  for (const color of personColors) expect(1.05 / (luminance(color) + 0.05), color).toBeGreaterThanOrEqual(4.5);
});

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const value = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
