import fc from "fast-check";
import { Lexer } from "marked";
import { expect, test } from "vitest";
import { languageFor } from "@/lib/deck/language";
import { ContainerTokenizer } from "@/lib/deck/syntax/container-ends";
import { readPlainInlines } from "@/lib/deck/syntax/plain-inline";

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

const marked = ["`a`", "**b**", "*c d*", "[e](f)", "![g](h.png)", "**`i` [j](k_l)**", "[m *n*](#o)", "_p_", "__q r__", " and "];
const written = fc.array(fc.constantFrom(...marked, ...marked, ...pieces, ...more), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(""));
const plain = fc
  .tuple(fc.oneof(inline, written), fc.boolean())
  .map(([src, breaks]) => ({ src, breaks, tokens: readPlainInlines(src, breaks) }))
  .filter(({ tokens }) => tokens !== undefined);

test("inlines that are told plain are the same to marked, with line breaks and without", () => {
  fc.assert(
    fc.property(plain, ({ src, breaks, tokens }) => {
      expect(tokens).toEqual(new Lexer({ gfm: true, breaks }).inlineTokens(src));
    }),
    { numRuns: 10_000 },
  );
});

test("most that anybody writes is plain", () => {
  for (const src of ["a `b` **c**: *d*", "**`e` f**, [g](h)", "![bg](i.png)"]) expect(readPlainInlines(src, false)).toBeDefined();
});

test("any inlines are read as marked reads them", () => {
  fc.assert(
    fc.property(inline, fc.boolean(), (src, breaks) => {
      const ours = new Lexer({ gfm: true, breaks, tokenizer: new ContainerTokenizer() });
      expect(ours.inlineTokens(src)).toEqual(new Lexer({ gfm: true, breaks }).inlineTokens(src));
    }),
    { numRuns: 5_000 },
  );
});

test("and hold nothing of ours", () => {
  for (const src of ["$x$", ":rocket:", ":+1:", "see [^1]", "[^1](x)", "a$b", "10:30:45"]) expect(readPlainInlines(src, false)).toBeUndefined();
  for (const src of ["Words, and more words: a list (of them).", "1 > 0", "a\nb", "so!"]) expect(readPlainInlines(src, false)).toHaveLength(1);
});

test("a tag that one paragraph leaves open changes nothing in the next", () => {
  const language = languageFor({ breaks: false });
  expect(language.renderTokens(language.lexSlide("a <pre> b\n\nc \\> *d* & e\n", new Map()))).toBe(
    "<p>a <pre> b</p>\n<p>c &gt; <em>d</em> &amp; e</p>\n",
  );
});
