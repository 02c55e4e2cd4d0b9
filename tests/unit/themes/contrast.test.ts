import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { themeNames } from "@/lib/themes";

const onPaper = ["ink", "muted", "link", "note", "tip", "important", "warning", "caution"];
const onCode = ["code-ink", "code-dim", "hl-comment", "hl-keyword", "hl-string", "hl-number", "hl-title", "hl-type", "hl-added", "hl-removed"];
const onLitLines = ["code-ink", "hl-comment", "hl-keyword", "hl-string", "hl-number", "hl-title", "hl-type"];

describe.each(themeNames)("the theme %s", (theme) => {
  const css = [`${theme}.css`, "boxes.css", "drawings.css"]
    .map((file) => readFileSync(new URL(`../../../lib/themes/${file}`, import.meta.url), "utf8"))
    .join("\n");

  describe.each(["light", "dark"] as const)("in %s", (scheme) => {
    const colors = readColors(css, scheme);
    const pairs: [text: string, ground: string][] = [
      ...onPaper.map((name): [string, string] => [name, "paper"]),
      ...["ink", "muted", "link"].map((name): [string, string] => [name, "tint"]),
      ...onCode.map((name): [string, string] => [name, "code-paper"]),
      ...onLitLines.map((name): [string, string] => [name, "lit"]),
      ...Array.from({ length: 8 }, (_, index): [string, string] => [`chart-${index + 1}`, "paper"]),
    ];
    // Signal's code is black with a yellow title in both schemes, and the ground of its inline code comes from the ink.
    if (theme === "signal") pairs.push(["on-sun", "sun"], ["on-sky", "sky"], ["on-sun", "fire"]);
    else pairs.push(["ink", "code-paper"], ["muted", "code-title"]);
    if (theme === "lectern") pairs.push(["on-block", "block"], ["on-dusk", "dusk"], ["dusk-muted", "dusk"]);
    if (theme === "terminal") pairs.push(["ink", "bar"], ["paper", "accent"]);
    if (theme === "landslide") pairs.push(["ink", "band-low"], ["accent", "paper"]);

    test.each(pairs)("%s reads on %s", (text, ground) => {
      expect(contrast(colors.get(text), colors.get(ground))).toBeGreaterThanOrEqual(4.5);
    });

    test("the accent is seen on paper", () => {
      expect(contrast(colors.get("accent"), colors.get("paper"))).toBeGreaterThanOrEqual(3);
    });
  });
});

/** The theme's variables that are colours, in one scheme. What a theme says holds against what the shared files say. */
function readColors(css: string, scheme: "light" | "dark"): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  for (const [, name = "", value = ""] of css.matchAll(/--([\w-]+):\s*([^;]+);/g)) if (!said.has(name)) said.set(name, value);
  const colorOf = (value: string | undefined): string | undefined => {
    const [, other] = /^var\(--([\w-]+)\)$/.exec(value ?? "") ?? [];
    if (other !== undefined) return colorOf(said.get(other));
    const [, light, dark = light] = /^(?:light-dark\()?(#[0-9a-f]{6})(?:,\s*(#[0-9a-f]{6})\))?$/.exec(value ?? "") ?? [];
    return scheme === "light" ? light : dark;
  };
  const colors = [...said].map(([name, value]) => [name, colorOf(value)] as const);
  return new Map(colors.filter((entry): entry is readonly [string, string] => entry[1] !== undefined));
}

/** WCAG 2: the ratio of the lighter to the darker relative luminance. */
function contrast(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number.NaN;
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
