import { expect, test } from "vitest";
import { explainAt } from "@/components/editor/completion/explain";
import { imageKeywords, referenceEntry } from "@/lib/deck/reference";

/** What is explained at the bar, in a text that begins at the top of a deck. */
function explained(text: string) {
  const lines = text.slice(0, text.indexOf("¦")).split("\n");
  const column = lines.pop()?.length ?? 0;
  const line = text.replace("¦", "").split("\n")[lines.length] ?? "";
  return explainAt(lines, line, column, { isTop: true });
}

test.each([
  ["a setting of the front matter", "---\nthe¦me: lectern\n---\n", "deck-theme"],
  ["its value", "---\ntheme: lect¦ern\n---\n", "deck-theme"],
  ["the length of the talk", "---\ndura¦tion: 20m\n---\n", "deck-duration"],
  ["the time of a slide", "<!-- _dura¦tion: 2m -->", "slide-duration"],
  ["a layout", "# A\n\n<!-- _layout: cen¦ter -->", "slide-layout"],
  ["a setting on a line of a comment", "<!--\n_cl¦ass: dark\n-->", "slide-class"],
  ["columns", "::: col¦umns", "columns"],
  ["any other box", "::: bo¦x", "boxes"],
  ["an alert", "> [!WAR¦NING]", "alerts"],
  ["line steps", "```ts {1|¦2}", "code-steps"],
  ["a title of code", "```bash [Bef¦ore]", "code-titles"],
  ["a diagram", "```merm¦aid", "mermaid"],
  ["a background", "![b¦g](a.jpg)", "backgrounds"],
  ["a split background", "![bg le¦ft:40%](a.jpg)", "split-backgrounds"],
  ["a size", "![Boats w:3¦00](a.jpg)", "picture-size"],
  ["a filter", "![blur:4¦px](a.jpg)", "filters"],
  ["an emoji", "Shipped :roc¦ket: today", "emoji"],
  ["a pause", ". ¦. .", "pause"],
  ["notes after question marks", "??¦?", "notes-separator"],
  ["classes of a slide", ".fx¦: dark", "slide-classes"],
  ["a footnote", "[^1¦]: source", "footnotes"],
])("%s is explained", (_name, text, entryId) => {
  const found = explained(text);
  expect(found?.entryId).toBe(entryId);
  expect(referenceEntry(entryId), "the guide tells of it").toBeDefined();
});

test.each([
  ["prose", "Nobody deci¦ded"],
  ["code", "```yaml\nthe¦me: ink\n```"],
  ["a word beside a keyword", "![Bo¦ats w:300](a.jpg)"],
  ["left without a background", "![le¦ft](a.jpg)"],
  ["an emoji that nobody knows", ":no_su¦ch_thing:"],
  ["a note", "<!-- Wait he¦re. -->"],
  ["a line that looks like a setting", "the¦me: lectern"],
])("%s needs no explanation", (_name, text) => {
  expect(explained(text)).toBeUndefined();
});

test("an emoji is shown, a value has its own sentence", () => {
  expect(explained(":rock¦et:")?.title).toBe("🚀");
  expect(explained("<!-- _layout: sec¦tion -->")?.text).toContain("`section`: The beginning of a new part");
});

test("the range is the word's own", () => {
  expect(explained("a :rock¦et: b")).toMatchObject({ start: 2, end: 10 });
  expect(explained("<!-- _hid¦den: true -->")).toMatchObject({ start: 5, end: 18 });
});

test("every keyword of images leads to an entry", () => {
  for (const { value } of imageKeywords) {
    expect(explainAt([], `![bg ${value}](a.jpg)`, 6, { isTop: true }), value).toBeDefined();
  }
});
