import fc from "fast-check";
import { Lexer } from "marked";
import { expect, test } from "vitest";
import { languageFor } from "@/lib/deck/language";
import { ContainerTokenizer } from "@/lib/deck/syntax/container-ends";
import { isPlainInline } from "@/lib/deck/syntax/plain-inline";

const pieces = [
  "a",
  "W",
  "1",
  " ",
  "  ",
  "\n",
  "  \n",
  "\t",
  "\\",
  "<b>",
  "[",
  "]",
  "(",
  ")",
  "!",
  "`",
  "*",
  "_",
  "~",
  "&amp;",
  "&#35;",
  "@",
  ":",
  "://",
];
const more = [
  "www.",
  "http",
  "https://a.org",
  "ftp://b",
  "mailto:c@d.e",
  "xmpp:",
  "é",
  "👩‍🚀",
  "$",
  "$x$",
  ":rocket:",
  "[^1]",
  '"',
  "'",
  "#",
  ">",
  "|",
  "\u2028",
  "\u0000",
];
const inline = fc.array(fc.constantFrom(...pieces, ...more), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(""));

const plain = fc.tuple(inline, fc.boolean()).filter(([src, breaks]) => isPlainInline(src, breaks));

test("a text that is told plain is one piece of text to marked, with line breaks and without", () => {
  fc.assert(
    fc.property(plain, ([src, breaks]) => {
      expect(new Lexer({ gfm: true, breaks }).inlineTokens(src)).toEqual([{ type: "text", raw: src, text: src, escaped: false }]);
    }),
    { numRuns: 5_000 },
  );
});

test("any inlines are read as marked reads them, wherever a run of text in them ends", () => {
  fc.assert(
    fc.property(inline, fc.boolean(), (src, breaks) => {
      const ours = new Lexer({ gfm: true, breaks, tokenizer: new ContainerTokenizer() });
      expect(ours.inlineTokens(src)).toEqual(new Lexer({ gfm: true, breaks }).inlineTokens(src));
    }),
    { numRuns: 5_000 },
  );
});

test("and holds nothing of ours", () => {
  for (const src of ["$x$", ":rocket:", ":+1:", "see [^1]", "a$b", "10:30:45"]) expect(isPlainInline(src, false)).toBe(false);
  for (const src of ["Words, and more words: a list (of them).", "1 > 0", "a\nb", "so!"]) expect(isPlainInline(src, false)).toBe(true);
});

test("a tag that one paragraph leaves open changes nothing in the next", () => {
  const language = languageFor({ breaks: false });
  expect(language.renderTokens(language.lexSlide("a <pre> b\n\nc \\> *d* & e\n", new Map()))).toBe(
    "<p>a <pre> b</p>\n<p>c &gt; <em>d</em> &amp; e</p>\n",
  );
});
