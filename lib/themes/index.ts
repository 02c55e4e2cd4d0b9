/** How slides look: shared structure and one CSS file a theme, built into strings by `scripts/build-assets.mjs`. */
import { allFontFaces, fontsVersion, ownCss, sharedCss, themeNames } from "@/lib/themes/generated";

export { chooseFonts, fontFaces, readUnicodeRange } from "@/lib/themes/fonts";
export type { FontFile } from "@/lib/themes/fonts";
export { fontsVersion, themeNames };

/** Address of the faces of all themes' fonts: for pages of the app, which show slides in any theme. */
export const fontsUrl = `/assets/${allFontFaces}`;

export type ThemeName = (typeof themeNames)[number];

/** The theme that a deck's front matter names; the default one where there is none of that name. */
export function themeNamed(name: string): ThemeName {
  return themeNames.find((known) => known === name) ?? "lectern";
}

/** Themes whose character is a dark stage or board. The others are paper. */
const darkThemes: ReadonlySet<ThemeName> = new Set(["ink", "terminal", "blueprint", "chalk"]);

/** The scheme that slides are shown in: what the deck says, or what its theme was drawn for. `auto` leaves it to the reader's device. */
export function schemeOf<Scheme extends "light" | "dark" | "auto">(theme: ThemeName, scheme: Scheme | "theme"): Scheme | "light" | "dark" {
  if (scheme !== "theme") return scheme;
  return darkThemes.has(theme) ? "dark" : "light";
}

/** All CSS of a theme's slides, in cascade layers: what a deck says itself stands in none and wins. */
export function slideCss(theme: string): string {
  return sharedCss + ownCss[themeNamed(theme)];
}
