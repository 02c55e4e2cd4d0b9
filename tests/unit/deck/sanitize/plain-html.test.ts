import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import type { DefaultTreeAdapterTypes as Tree } from "parse5";
import { expect, test } from "vitest";
import { languageFor } from "@/lib/deck/language";
import { sanitizeByTree, sanitizeHtml } from "@/lib/deck/sanitize/html";
import { growPlainTree } from "@/lib/deck/sanitize/plain-tree";
import { parseHtml, printHtml } from "@/lib/deck/sanitize/tree";
import { deckStyler } from "@/lib/deck/styler";
import { anyEdit } from "@/tests/support/decks/edits";
import { fixtureDecks } from "@/tests/support/decks/fixture-decks";

/** A tree without its way up and its comments, so that two can be compared; texts that only a comment parts are one. */
function shapeOf(node: Tree.Node): unknown {
  if ("value" in node) return node.value;
  const children: unknown[] = [];
  for (const child of "childNodes" in node ? node.childNodes : []) {
    const shape = child.nodeName === "#comment" ? "" : shapeOf(child);
    const last = children.at(-1);
    if (typeof shape === "string" && typeof last === "string") children[children.length - 1] = last + shape;
    else if (shape !== "") children.push(shape);
  }
  return "tagName" in node ? [node.tagName, node.namespaceURI, node.attrs, children] : children;
}

/** The tree by the plain parser where it reads this at all, and by the real one. */
function bothTrees(html: string): readonly [plain: unknown, real: unknown] {
  const plain = growPlainTree(html);
  const real = shapeOf(parseHtml(html));
  return [plain ? shapeOf(plain) : real, real];
}

const language = languageFor({ breaks: false });
const edited = fc
  .tuple(fc.constantFrom(...fixtureDecks()), fc.array(anyEdit, { maxLength: 6 }))
  .map(([deck, edits]) => edits.reduce((source, edit) => edit(source), deck));

test("what the renderer writes is read as the real parser reads it", () => {
  fc.assert(
    fc.property(edited, (source) => {
      const [plain, real] = bothTrees(language.renderTokens(language.lexSlide(source, new Map())));
      expect(plain).toEqual(real);
    }),
    { numRuns: 500 },
  );
});

const written = "p h1 h2 pre div ul ol li table thead tbody tr th td a strong em del code span sup br img input hr figure blockquote b svg";
const authored = "center details summary dl dt dd tfoot i font small kbd video source style script iframe v-click toc";
const names = `${written} ${authored}`.split(" ");
const piece = fc.oneof(
  fc.constantFrom(...names).map((name) => `<${name}>`),
  fc.constantFrom(...names).map((name) => `</${name}>`),
  fc.constantFrom(
    "x",
    " ",
    "\n",
    "&amp;",
    "&lt;",
    "&nbsp;",
    "&",
    "<",
    '<a href="x">',
    '<p class="a" class="b">',
    "<p  a>",
    '<img alt="a&quot;b">',
    '<img src="?a=b&copy=c&lt=d&amp;e=f">',
    "<img src=?a=b&copy1=c>",
    "<img src='?a&copy-b=c'>",
    "<img src='?a&copy;=c'>",
    "<!--x-->",
    "<!-->",
    "<!--x--!>",
    "<br/>",
    "<div/>",
    "<a href=x/>",
    "<IMG SRC='y' alt>",
    "<style>a>b{}</style>",
    "<script setup>a<b</script>",
    "<script>//<!--</script>",
    "<script><",
    "<image src=y>",
    "</image>",
    "<Toc/>",
    "</TOC>",
    '<carbon:arrow a=":b">',
    "<iframe src=y></iframe>",
    "&>",
    "&#",
    "&a",
    "<canvas>",
    "<button>",
    "<1>",
    "<-a>",
  ),
);

test("any sequence of its tags is either left to the real parser or read like it", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const [plain, real] = bothTrees(pieces.join(""));
      expect(plain).toEqual(real);
    }),
    { numRuns: 20_000 },
  );
});

test("a name before an equals sign names no sign in an attribute, as in addresses", () => {
  expect(growPlainTree('<img src="?a=b&copy=c&light=d">')).toBeDefined();
});

const { nested } = fc.letrec<{ nested: string; element: string }>((tie) => ({
  nested: fc
    .array(fc.oneof({ maxDepth: 8 }, fc.constantFrom("x", "\n", "<br>", "<!--x-->", "&nbsp;"), tie("element"), tie("element")), { maxLength: 3 })
    .map((parts) => parts.join("")),
  element: fc.tuple(fc.constantFrom(...names), tie("nested")).map(([name, inside]) => `<${name}>${inside}</${name}>`),
}));

test("any nesting of its elements too", () => {
  fc.assert(
    fc.property(nested, (html) => {
      const [plain, real] = bothTrees(html);
      expect(plain).toEqual(real);
    }),
    { numRuns: 5_000 },
  );
});

test("of any three of its tags in one another too", () => {
  for (const outer of names) {
    for (const inner of names) {
      const fragments = [
        `<${outer}>\n<${inner}>\n</${inner}>\n</${outer}>\n`,
        ...names.map((third) => `<${outer}><${inner}><${third}>x</${third}></${inner}></${outer}>`),
      ];
      const readDifferently = fragments.filter((html) => !isDeepStrictEqual(...bothTrees(html)));
      expect(readDifferently).toEqual([]);
    }
  }
});

const options = { idPrefix: "d-", slideSelector: ".slide-x", resolveUrl: undefined, styler: deckStyler };
const rendered = edited.map((source) => language.renderTokens(language.lexSlide(source, new Map())));
const sequence = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));

test("what the sanitizer leaves is the same by pieces and by the real parser's tree", () => {
  fc.assert(
    fc.property(fc.oneof(rendered, nested, sequence), (html) => {
      expect(printHtml(sanitizeHtml(html, options))).toBe(printHtml(sanitizeByTree(html, options)));
    }),
    { numRuns: 4_000 },
  );
});

test("of any two with an element between them that goes, too", () => {
  const fragments = names.flatMap((outer) => names.map((inner) => `<${outer}><toc><${inner}>x</${inner}></toc></${outer}>`));
  const read = (html: string) => [printHtml(sanitizeHtml(html, options)), printHtml(sanitizeByTree(html, options))];
  expect(fragments.filter((html) => new Set(read(html)).size > 1)).toEqual([]);
});

test("a slide without HTML of its author's is plain", () => {
  const html = language.renderTokens(
    language.lexSlide('# A\n\n- *b* `c`\n\n| d |\n|---|\n| [e](f) |\n\n> g\n\n```ts\nh\n```\n\n![i](j "k")\n', new Map()),
  );
  expect(growPlainTree(html)).toBeDefined();
});
