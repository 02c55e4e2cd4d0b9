import { expect, test } from "vitest";
import { parseDeck } from "@/lib/deck";
import { noticesIn } from "@/tests/support/decks/notices";

const code = "foreign-syntax";

test.each([
  [
    '<!-- .slide: data-background="#ff0000" -->',
    '<!-- .slide: data-background="#ff0000" -->',
    '<!-- _class: dark -->\n<!-- _backgroundColor: "#ff0000" -->',
  ],
  ["{%youtube dQw4w9WgXcQ %}", "{%youtube dQw4w9WgXcQ %}", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"],
  ["![a](b.png =100x)", "![a](b.png =100x)", "![w:100 a](b.png)"],
  ["See ==this== word", "==this==", "See <mark>this</mark> word"],
  [":::info\nText\n:::", ":::info", "> [!NOTE]\n> Text"],
  ["Note:\nsay this", "Note:", "???\n\nsay this"],
])("%j is named and mended", (written, about, mended) => {
  const [notice] = noticesIn(`# One\n\n${written}\n`, code);
  expect(notice?.about).toBe(about);
  expect(notice?.fixed).toBe(`# One\n\n${mended}\n`);
  expect(noticesIn(notice?.fixed ?? "", code)).toEqual([]);
});

test("comments on elements are mended all at once", () => {
  const source = '# One\n\n- a <!-- .element: class="fragment" -->\n- b <!-- .element: class="fragment" -->\n';
  const found = noticesIn(source, code);
  expect(found.map(({ about }) => about)).toHaveLength(2);
  expect(found[0]?.fixed).toBe("# One\n\n::: incremental\n\n- a\n- b\n\n:::\n");
});

test("reveal.js' comments are no speaker notes", () => {
  expect(parseDeck('# One\n\n<!-- .slide: class="wide" -->\n\n- a <!-- .element: class="fragment" -->\n').slides[0]?.notes).toBe("");
});

test.each(["`==a==` and a == b == c", "```\n:::info\n{%youtube x %}\n```", "Note: a sentence that shows", "::: columns\n:::", "100% {% x"])(
  "%j is left alone",
  (written) => {
    expect(noticesIn(`# One\n\n${written}\n`, code)).toEqual([]);
  },
);
