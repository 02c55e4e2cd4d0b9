import { expect, test } from "vitest";
import { insertionAt } from "@/components/editor/insert/insertion";
import { parseDeck, renderDeck } from "@/lib/deck";
import { referenceEntries, type Insert } from "@/lib/deck/reference";

/** The text after an insert at the bar, its snippet's places filled with their words. */
function inserted(marked: string, insert: Insert): string {
  const offset = marked.indexOf("¦");
  const source = marked.replace("¦", "");
  const { start, end, snippet } = insertionAt(parseDeck(source), offset, insert);
  return source.slice(0, start) + plain(snippet) + source.slice(end);
}

function plain(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|]*)[^}]*\|\}/g, "$1")
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, "$1")
    .replace(/\$\d/g, "")
    .replace(/\\([\\$}])/g, "$1");
}

const block: Insert = { group: "Text", label: "Box", snippet: "::: box\nWords\n:::", place: "block" };
const section: Insert = { group: "Layout", label: "Section", snippet: "<!-- _layout: section -->\n\n# ${1:Part}", place: "layout" };
const notes: Insert = { group: "For the speaker", label: "Notes", snippet: "<!--\nSay it\n-->", place: "slide-end" };

test.each([
  ["an empty deck", "¦", "::: box\nWords\n:::\n"],
  ["an empty line between blocks", "# A\n\n¦\n\nrest\n", "# A\n\n::: box\nWords\n:::\n\nrest\n"],
  ["the middle of a paragraph", "# A\n\none ¦two\nthree\n\nrest\n", "# A\n\none two\nthree\n\n::: box\nWords\n:::\n\nrest\n"],
  ["a heading", "# A¦\n\nrest\n", "# A\n\n::: box\nWords\n:::\n\nrest\n"],
  ["the end of a slide", "# A¦\n\n---\n\n# B\n", "# A\n\n::: box\nWords\n:::\n\n---\n\n# B\n"],
  ["an empty slide between breaks", "# A\n\n---\n¦\n---\n\n# B\n", "# A\n\n---\n\n::: box\nWords\n:::\n\n---\n\n# B\n"],
  ["a line of a break", "# A\n\n--¦-\n\n# B\n", "# A\n\n---\n\n::: box\nWords\n:::\n\n# B\n"],
  ["code", "```ts\nconst¦ a;\n\nlet b;\n```\n\nrest\n", "```ts\nconst a;\n\nlet b;\n```\n\n::: box\nWords\n:::\n\nrest\n"],
  ["a note", "# A\n\n<!-- wait\n\nfor¦ it -->\n", "# A\n\n<!-- wait\n\nfor it -->\n\n::: box\nWords\n:::\n"],
  ["front matter", "---\ntitle: ¦A\n---\n\n# A\n", "---\ntitle: A\n---\n\n::: box\nWords\n:::\n\n# A\n"],
  ["a text without a last line end", "# A\n\nlast¦", "# A\n\nlast\n\n::: box\nWords\n:::\n"],
])("a block goes on lines of its own for a caret in %s", (_name, before, after) => {
  expect(inserted(before, block)).toBe(after);
});

test("a layout sets up an empty slide", () => {
  expect(inserted("# A\n\n---\n\n¦\n", section)).toBe("# A\n\n---\n\n<!-- _layout: section -->\n\n# Part\n");
});

test("a slide with words gets the layout's setting alone, at its start", () => {
  expect(inserted("# A\n\n---\n\n# B\n\nwor¦ds\n", section)).toBe("# A\n\n---\n\n<!-- _layout: section -->\n\n# B\n\nwords\n");
});

test("a layout takes the place of the one before", () => {
  expect(inserted("# A\n\n<!-- _layout: quote -->\n\nwor¦ds\n", section)).toBe("# A\n\n<!-- _layout: section -->\n\nwords\n");
});

test("notes go to the end of their slide", () => {
  expect(inserted("# A¦\n\ntext\n\n---\n\n# B\n", notes)).toBe("# A\n\ntext\n\n<!--\nSay it\n-->\n\n---\n\n# B\n");
});

const inserts = referenceEntries.flatMap(({ id, insert }) => (insert ? [[id, insert] as const] : []));

test.each(inserts)("%s can be inserted into any slide without harm to the rest", (_id, insert) => {
  const before = "# First\n\n---\n\n## Middle\n\nSome wor¦ds\n\n---\n\n## Last\n\n- item\n";
  const deck = parseDeck(inserted(before, insert));
  expect(deck.slides.map(({ title }) => title).filter((title) => title !== "Title")).toEqual(["First", "Middle", "Last"]);
  expect(deck.notices.filter(({ severity }) => severity === "error" || severity === "warning")).toEqual([]);
});

/** What the audience doesn't see. */
const unseen = new Set(["speaker-notes", "planned-time", "hidden-slide", "layout-default"]);
test.each(inserts.filter(([id]) => !unseen.has(id)))("%s shows where it is inserted", (_id, insert) => {
  const before = "# First\n\n---\n\n## Middle\n\nSome wor¦ds\n\n- item\n";
  const html = (text: string) => renderDeck(parseDeck(text)).join("\n");
  expect(html(inserted(before, insert))).not.toBe(html(before.replace("¦", "")));
});

test.each(inserts)("%s fills an empty deck", (_id, insert) => {
  const text = inserted("¦", insert);
  expect(text.trim()).not.toBe("");
  expect(text).not.toMatch(/\$\{|\$\d/);
});
