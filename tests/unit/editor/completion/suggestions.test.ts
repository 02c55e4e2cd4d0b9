import { expect, test } from "vitest";
import type { Place } from "@/components/editor/completion/place";
import { suggestionsAt } from "@/components/editor/completion/suggestions";
import { slideLayouts } from "@/lib/deck";
import { referenceEntries, referenceEntry } from "@/lib/deck/reference";
import { grammarName } from "@/lib/deck/decorate/grammars";
import { deckKeys, slideKeys } from "@/lib/deck/settings";
import { themeNames } from "@/lib/themes";

const names = { files: ["talk.pdf", "harbour.jpg", "two words.png"], slides: [{ anchor: "intro", title: "Intro" }] };
const labels = (place: Place) => suggestionsAt(place, names).map(({ label }) => label);

const places: readonly Place[] = [
  { kind: "front-matter-key", typed: "", written: [] },
  { kind: "front-matter-value", typed: "", key: "theme" },
  { kind: "directive-key", typed: "" },
  { kind: "directive-value", typed: "", key: "_layout" },
  { kind: "box", typed: "" },
  { kind: "code-language", typed: "" },
  { kind: "slide-class", typed: "" },
  { kind: "macro", typed: "" },
  { kind: "alert", typed: "" },
  { kind: "image-word", typed: "", words: ["bg"] },
  { kind: "image-word", typed: "", words: [] },
  { kind: "address", typed: "", isImage: true },
  { kind: "emoji", typed: ":" },
  { kind: "insert", typed: "" },
];

test("the front matter is offered every setting that holds there", () => {
  expect(labels({ kind: "front-matter-key", typed: "", written: [] }).toSorted()).toEqual([...new Set([...deckKeys, ...slideKeys])].toSorted());
});

test("a setting that is written already is not offered again", () => {
  expect(labels({ kind: "front-matter-key", typed: "", written: ["theme"] })).not.toContain("theme");
});

test("comments are offered settings for this slide and from here on", () => {
  const offered = labels({ kind: "directive-key", typed: "" });
  for (const key of slideKeys) expect(offered).toContain(`_${key}`);
  expect(offered).toContain("footer");
  expect(offered).not.toContain("duration");
});

test("emoji are offered by every name that code hosts know, each once", () => {
  const offered = labels({ kind: "emoji", typed: ":" });
  expect(offered).toContain("👍 :+1:");
  expect(offered).toContain("🦕 :sauropod:");
  expect(new Set(offered).size).toBe(offered.length);
});

test("values are those of the language and the themes", () => {
  expect(labels({ kind: "directive-value", typed: "", key: "_layout" })).toEqual([...slideLayouts]);
  expect(labels({ kind: "front-matter-value", typed: "", key: "theme" }).toSorted()).toEqual([...themeNames].toSorted());
  expect(labels({ kind: "front-matter-value", typed: "", key: "nobody-knows" })).toEqual([]);
});

test("every language that is offered is highlighted or drawn", () => {
  const drawn = new Set(["mermaid", "chart", "qr"]);
  for (const name of labels({ kind: "code-language", typed: "" })) expect(drawn.has(name) || grammarName(name) !== undefined, name).toBe(true);
});

test("words for backgrounds are offered after bg alone", () => {
  expect(labels({ kind: "image-word", typed: "", words: [] })).toContain("bg");
  expect(labels({ kind: "image-word", typed: "", words: [] })).not.toContain("left");
  expect(labels({ kind: "image-word", typed: "", words: ["bg"] })).toContain("left");
});

test("an image is offered pictures first, a link files and slides", () => {
  expect(labels({ kind: "address", typed: "", isImage: true })).toEqual(["harbour.jpg", "two words.png", "talk.pdf"]);
  expect(labels({ kind: "address", typed: "", isImage: false })).toContain("#intro");
  expect(labels({ kind: "address", typed: "#", isImage: false })).toEqual(["#intro"]);
});

test("a file with a space in its name is written so that it stays one address", () => {
  const file = suggestionsAt({ kind: "address", typed: "", isImage: true }, names).find(({ label }) => label === "two words.png");
  expect(file?.snippet).toBe("<two words.png>");
});

test("everything that can be inserted is offered after a slash, and found by other tools' names for it", () => {
  const offered = suggestionsAt({ kind: "insert", typed: "" }, names);
  expect(offered).toHaveLength(referenceEntries.filter(({ insert }) => insert).length);
  expect(offered.find(({ entryId }) => entryId === "alerts")?.filter).toContain("callout");
});

test.each(places)("what is offered at $kind leads to entries of the guide", (place) => {
  const led = suggestionsAt(place, names).flatMap(({ entryId }) => entryId ?? []);
  for (const entryId of led) expect(referenceEntry(entryId), entryId).toBeDefined();
});
