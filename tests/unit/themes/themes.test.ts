import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { schemeOf, slideCss, themeNamed, themeNames } from "@/lib/themes";

const folder = new URL("../../../lib/themes/", import.meta.url);

test("a theme that nobody knows is the default one", () => {
  expect(themeNamed("landslide")).toBe("landslide");
  expect(themeNamed("gaia")).toBe("lectern");
  expect(slideCss("toString")).toBe(slideCss("lectern"));
});

test("a deck that says no scheme is shown as its theme is meant", () => {
  const dark = themeNames.filter((theme) => schemeOf(theme, "theme") === "dark");
  expect(dark.toSorted()).toEqual(["blueprint", "chalk", "ink", "terminal"]);
  expect(schemeOf("ink", "light")).toBe("light");
  expect(schemeOf("ink", "auto")).toBe("auto");
});

test("every theme stands on the shared structure, in layers that a deck's own CSS overrules", () => {
  for (const theme of themeNames) {
    expect(slideCss(theme)).toMatch(/^@layer structure,theme,classes;@layer structure\{/);
    expect(slideCss(theme)).toContain("@layer theme{");
  }
});

test("themes ask for nothing from anywhere", () => {
  for (const theme of themeNames) expect(slideCss(theme)).not.toMatch(/url\(|@import|https?:/);
});

test("each file stays under 250 lines", () => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".css"))) {
    expect(readFileSync(new URL(file, folder), "utf8").split("\n").length, file).toBeLessThanOrEqual(250);
  }
});
