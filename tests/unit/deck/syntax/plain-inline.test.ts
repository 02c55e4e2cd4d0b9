import fc from "fast-check";
import { Lexer, type TokensList } from "marked";
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

const links: TokensList["links"] = Object.assign(Object.create(null), { t: { href: "u", title: "v" }, "w x": { href: "y", title: null } });

const marked = [
  "`a`",
  "**b**",
  "*c d*",
  "[e](f)",
  "![g](h.png)",
  "**`i` [j](k_l)**",
  "[m *n*](#o)",
  "_p_",
  "__q r__",
  " and ",
  "[z][t]",
  "![b][W  x]",
  "[w x]",
  "![T]",
];
const unmarked = [
  "a_b",
  "T_{g}",
  "\\varphi",
  "<br>",
  '<span class="c">',
  "</span>",
  "<a href=d>",
  "</a>",
  "<kbd>",
  "https://e.org/f_g?h=i&j.",
  "https://",
];
const alone = [" * ", "< ", "~5", "[k]", "(@l", "&", " \n", "*", "**", "_", "[t]", "![m]", "]("];
const written = fc
  .array(fc.constantFrom(...marked, ...marked, ...unmarked, ...alone, ...pieces, ...more), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join(""));
const plain = fc
  .tuple(fc.oneof(inline, written), fc.boolean())
  .map(([src, breaks]) => ({ src, breaks, tokens: readPlainInlines(src, { breaks, links, inLink: false }) }))
  .filter(({ tokens }) => tokens !== undefined);

test("inlines that are told plain are the same to marked, with line breaks and without", () => {
  fc.assert(
    fc.property(plain, ({ src, breaks, tokens }) => {
      const lexer = new Lexer({ gfm: true, breaks });
      lexer.tokens.links = links;
      expect(withoutNo(tokens)).toEqual(withoutNo(lexer.inlineTokens(src)));
    }),
    { numRuns: 10_000 },
  );
});

/** A text that begins with a bracket does not say that it isn't escaped. */
function withoutNo(tokens: unknown): unknown {
  return JSON.parse(JSON.stringify(tokens, (key, value: unknown) => (key === "escaped" && value === false ? undefined : value)));
}

const around = { breaks: false, links, inLink: false };

test("most that anybody writes is plain", () => {
  for (const src of ["a `b` **c**: *d*", "**`e` f**, [g](h)", "![bg](i.png)", "[t] **[W  X]** ![t]"])
    expect(readPlainInlines(src, around)).toBeDefined();
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
  for (const src of ["$x$", ":rocket:", ":+1:", "see [^1]", "[^1](x)", "a$b", "10:30:45"]) expect(readPlainInlines(src, around)).toBeUndefined();
  for (const src of ["Words, and more words: a list (of them).", "1 > 0", "a\nb", "so!"]) expect(readPlainInlines(src, around)).toHaveLength(1);
});

test("a tag that one paragraph leaves open changes nothing in the next", () => {
  const language = languageFor({ breaks: false });
  expect(language.renderTokens(language.lexSlide("a <pre> b\n\nc \\> *d* & e\n", new Map()))).toBe(
    "<p>a <pre> b</p>\n<p>c &gt; <em>d</em> &amp; e</p>\n",
  );
});
