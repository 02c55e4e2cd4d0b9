import { describe, expect, test } from "vitest";
import { chooseFonts, fontFaces, readUnicodeRange, type FontFile } from "@/lib/themes/fonts";

const font = (subset: string, unicodeRange: string): FontFile => ({
  family: "Inter Variable",
  style: "normal",
  weight: "100 900",
  subset,
  unicodeRange,
  file: `${subset}.woff2`,
});
const fonts = [
  font("cyrillic", "U+0301,U+0400-045F"),
  font("vietnamese", "U+0102-0103,U+0300-0301,U+20AB"),
  font("latin-ext", "U+0100-02BA,U+20A0-20AB"),
  font("latin", "U+0000-00FF,U+0304,U+2000-206F,U+20AC"),
];
const chosen = (text: string) => chooseFonts(fonts, text).map(({ subset }) => subset);

describe("choosing font files", () => {
  test("English needs the Latin file alone, with its dashes and quotes", () => {
    expect(chosen("Nobody’s build – not “ours”, €5")).toEqual(["latin"]);
  });

  test("other scripts bring their files, in the order that browsers need", () => {
    expect(chosen("Łódź")).toEqual(["latin-ext", "latin"]);
    expect(chosen("непрерывная")).toEqual(["cyrillic"]);
    expect(chosen("ăn ngon")).toEqual(["vietnamese", "latin"]);
  });

  test("what no file has asks for none", () => {
    expect(chosen("継続的")).toEqual([]);
    expect(chosen("")).toEqual([]);
  });

  test("reads ranges and single code points", () => {
    expect(readUnicodeRange("U+0000-00FF, U+20AC")).toEqual([
      [0, 255],
      [0x20ac, 0x20ac],
    ]);
  });

  test("writes a face a file", () => {
    const css = fontFaces(fonts.slice(3), (file) => `/assets/${file}`);
    expect(css).toContain('font-family:"Inter Variable"');
    expect(css).toContain("url(/assets/latin.woff2)");
    expect(css).toContain("unicode-range:U+0000-00FF");
  });
});
