import { expect, test } from "vitest";
import { parseDeck } from "@/lib/deck";
import { noticesIn } from "@/tests/support/decks/notices";

const code = "foreign-syntax";

test.each([
  ["![a](b.png =100x)", "![a](b.png =100x)", "![w:100 a](b.png)"],
  ["See ==this== word", "==this==", "See <mark>this</mark> word"],

  ["Note:\nsay this", "Note:", "???\n\nsay this"],
])("%j is named and mended", (written, about, mended) => {
  const [notice] = noticesIn(`# One\n\n${written}\n`, code);
  expect(notice?.about).toBe(about);
  expect(notice?.fixed).toBe(`# One\n\n${mended}\n`);
  expect(noticesIn(notice?.fixed ?? "", code)).toEqual([]);
});

test("comments on slides and elements are named, and are no speaker notes", () => {
  const source = '# One\n\n<!-- .slide: class="wide" -->\n\n- a <!-- .element: class="fragment" -->\n';
  expect(noticesIn(source, code).map(({ about }) => about)).toEqual(['<!-- .slide: class="wide" -->', '<!-- .element: class="fragment" -->']);
  expect(parseDeck(source).slides[0]?.notes).toBe("");
});

test("boxes and embeds of HackMD are named", () => {
  expect(noticesIn("# One\n\n{%youtube abc %}\n", code).map(({ about }) => about)).toEqual(["{%youtube abc %}"]);
  expect(noticesIn("# One\n\n:::info\nText\n:::\n", code).map(({ about }) => about)).toEqual([":::info"]);
});

test.each(["`==a==` and a == b == c", "```\n:::info\n{%youtube x %}\n```", "Note: a sentence that shows", "::: columns\n:::", "100% {% x"])(
  "%j is left alone",
  (written) => {
    expect(noticesIn(`# One\n\n${written}\n`, code)).toEqual([]);
  },
);
