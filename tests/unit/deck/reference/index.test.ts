import { expect, test } from "vitest";
import { aspectRatios, colorSchemes, slideLayouts } from "@/lib/deck";
import { boxNames, imageKeywords, insertGroups, referenceEntries, referenceEntry, referenceGroups, settingEntryOf } from "@/lib/deck/reference";
import { deckKeys, slideKeys } from "@/lib/deck/settings";
import { readImageKeywords } from "@/lib/deck/syntax/image-keywords";
import { slideCss, themeNames } from "@/lib/themes";

const valuesOf = (id: string) => referenceEntry(id)?.setting?.values.map(({ value }) => value) ?? [];

test("every setting of the deck is in the reference, and no other", () => {
  const documented = referenceGroups.find(({ id }) => id === "deck-settings")?.entries.map(({ setting }) => setting?.key);
  expect(documented).toEqual([...deckKeys]);
});

test("every setting of slides is in the reference, and no other", () => {
  const documented = referenceGroups.find(({ id }) => id === "slide-settings")?.entries.map(({ setting }) => setting?.key);
  expect(documented).toEqual([...slideKeys]);
});

test("every layout is in the reference", () => {
  expect(referenceGroups.find(({ id }) => id === "layouts")?.entries.map(({ id }) => id)).toEqual(slideLayouts.map((name) => `layout-${name}`));
  expect(valuesOf("slide-layout")).toEqual([...slideLayouts]);
});

test("every theme is in the reference", () => {
  expect(valuesOf("deck-theme").toSorted()).toEqual([...themeNames].toSorted());
});

test("colour schemes and aspect ratios are those that the language reads", () => {
  expect(valuesOf("deck-color-scheme")).toEqual([...colorSchemes]);
  expect(valuesOf("deck-aspect-ratio")).toEqual([...aspectRatios]);
});

test("every address in the guide is there once, and plain", () => {
  const ids = [...referenceGroups.map(({ id }) => `group-${id}`), ...referenceEntries.map(({ id }) => id)];
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9-]*$/);
});

test("an entry says enough to be found and understood", () => {
  for (const entry of referenceEntries) {
    expect(entry.text, entry.id).toMatch(/[.!?…`]$/);
    expect(entry.example, entry.id).toMatch(/\S\n$/);
    expect(entry.keywords.length, entry.id).toBeGreaterThan(0);
  }
});

test("every group of the insert menu has something to insert", () => {
  for (const group of insertGroups)
    expect(
      referenceEntries.some(({ insert }) => insert?.group === group),
      group,
    ).toBe(true);
});

test("the keywords of images are words that the language reads as such", () => {
  for (const { value, needsBackground, snippet } of imageKeywords) {
    const word = snippet?.replace(/\$\{\d+:([^}]*)\}/g, "$1") ?? value;
    expect(readImageKeywords(needsBackground && value !== "bg" ? `bg ${word} words` : `${word} words`).alt, value).toBe("words");
  }
});

test("the names of boxes that have a look have one in the themes", () => {
  const css = slideCss("lectern");
  for (const name of ["columns", "column", "box", "card"]) {
    expect(boxNames.some(({ value }) => value === name)).toBe(true);
    expect(css).toContain(`.${name}`);
  }
});

test("a duration in the front matter is the talk's, on a slide the slide's", () => {
  expect(settingEntryOf("duration", "front-matter")?.id).toBe("deck-duration");
  expect(settingEntryOf("duration", "slide")?.id).toBe("slide-duration");
  expect(settingEntryOf("footer", "front-matter")?.id).toBe("slide-footer");
});
