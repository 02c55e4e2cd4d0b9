import { expect, test } from "vitest";
import { noticesIn } from "@/tests/support/decks/notices";

const code = "broken-reference";

test("links, footnotes and slides that are nowhere are named", () => {
  const source = "# One\n\n[a][nowhere] and [^lost] and [b](#gone) and [c](#9)\n";
  expect(noticesIn(source, code).map(({ about }) => about)).toEqual(["[a][nowhere]", "[^lost]", "[b](#gone)", "[c](#9)"]);
});

test("what stands anywhere in the deck is found", () => {
  const source =
    '# One\n\n[a][Here] and [Here][] and [^note] and [b](#two) and [c](#2) and [d](#own)\n\n<i id="own">x</i>\n\n---\n\n# Two\n\n[here]: https://example.org\n\n[^note]: text\n';
  expect(noticesIn(source, code)).toEqual([]);
});

test("an id or a name in the HTML of another slide is found", () => {
  expect(noticesIn('# One\n\n[a](#there) and [b](#here)\n\n---\n\n# Two\n\n<a name="there"></a> <i id="here">x</i>\n', code)).toEqual([]);
});

test("code and escaped brackets refer to nothing", () => {
  expect(noticesIn("`[a][b]` and \\[a\\][b]\n\n```\n[a][b]\n```\n", code)).toEqual([]);
});
