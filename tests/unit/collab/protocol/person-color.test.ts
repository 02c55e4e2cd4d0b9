import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { personColors } from "@/lib/collab/protocol/person-color";

type Triple = readonly [number, number, number];

const css = readFileSync("components/editor/monaco/peers.css", "utf8");
const tokens = readFileSync("app/globals.css", "utf8");

test("the stylesheet of carets carries the same colours in the same order", () => {
  const styled = [...css.matchAll(/\.peer-(\d+) \{ --peer: (#[0-9a-f]{6}); \}/g)].map(([, index, color]) => [Number(index), color]);
  expect(styled).toEqual(personColors.map((color, index) => [index, color]));
});

test("white names are legible on every colour", () => {
  for (const color of personColors) expect(contrast([1, 1, 1], linearOf(color)), color).toBeGreaterThanOrEqual(4.5);
});

test.each(["light", "dark"] as const)("a caret of every colour stands out on the %s editor", (scheme) => {
  const page = linearOfLab(tokenOf("page")[scheme]);
  for (const color of personColors) expect(contrast(page, linearOf(color)), color).toBeGreaterThanOrEqual(3);
});

// For measure: 0.02 is where two colours side by side begin to look different.
test("no two colours are taken for one another", () => {
  for (const [index, color] of personColors.entries()) {
    for (const other of personColors.slice(0, index)) expect(distance(labOf(color), labOf(other)), `${color} ${other}`).toBeGreaterThan(0.12);
  }
});

test.each(["accent", "danger", "warning"])("no colour is taken for the one of %s", (token) => {
  const { light, dark } = tokenOf(token);
  for (const color of personColors) {
    for (const taken of [light, dark]) expect(distance(labOf(color), taken), color).toBeGreaterThan(0.08);
  }
});

/** One of the product's tokens, which are written as `light-dark(oklch(…), oklch(…))`, in OKLab. */
function tokenOf(name: string): { readonly light: Triple; readonly dark: Triple } {
  const number = "([\\d.]+)";
  const oklch = `oklch\\(${number} ${number} ${number}\\)`;
  const found = new RegExp(`--${name}: light-dark\\(${oklch}, ${oklch}\\)`).exec(tokens);
  const [l = NaN, c = NaN, h = NaN, darkL = NaN, darkC = NaN, darkH = NaN] = (found ?? []).slice(1).map(Number);
  return { light: ofPolar(l, c, h), dark: ofPolar(darkL, darkC, darkH) };
}

function ofPolar(lightness: number, chroma: number, degrees: number): Triple {
  const hue = (degrees * Math.PI) / 180;
  return [lightness, chroma * Math.cos(hue), chroma * Math.sin(hue)];
}

/** Red, green and blue as light, 0 to 1. */
function linearOf(color: string): Triple {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const value = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return [red, green, blue];
}

function labOf(color: string): Triple {
  const [red, green, blue] = linearOf(color);
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function linearOfLab([lightness, a, b]: Triple): Triple {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function contrast(one: Triple, other: Triple): number {
  const [brighter = 1, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (brighter + 0.05) / (darker + 0.05);
}

function luminance([red, green, blue]: Triple): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function distance(one: Triple, other: Triple): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}
