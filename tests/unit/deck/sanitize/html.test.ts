import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDeck, renderDeck } from "@/lib/deck";
import { sanitizeByTree, sanitizeHtml } from "@/lib/deck/sanitize/html";
import { deckStyler } from "@/lib/deck/styler";
import { printHtml } from "@/lib/deck/sanitize/tree";
import { renderNotes } from "@/lib/stage/notes";
import { harmIn, harmOfSheet, readAndPrint } from "@/tests/support/decks/harm";
import { hostileVectors } from "@/tests/support/decks/hostile";

const options = { idPrefix: "d-", slideSelector: ".slide-x", resolveUrl: undefined, styler: deckStyler };
const vectors = hostileVectors();

function harmOfDeck(source: string): readonly string[] {
  const deck = parseDeck(source);
  const notes = deck.slides.map((slide) => renderNotes(slide.notes, {}));
  return [...[...renderDeck(deck), ...notes].flatMap(harmIn), ...harmOfSheet(deck.css)];
}

describe.each([...vectors])("%s", { timeout: 0 }, (_list, all) => {
  test("as HTML, nothing is left that runs, fetches or reaches out", () => {
    for (const vector of all) expect(harmIn(printHtml(sanitizeHtml(vector, options))), vector).toEqual([]);
  });

  test("as a deck, on a slide of its own and amid Markdown", () => {
    for (const vector of all) {
      expect(harmOfDeck(vector), vector).toEqual([]);
      expect(harmOfDeck(`# A\n\n- ${vector}\n\n> ${vector}\n\n| ${vector} |\n|---|\n\n**${vector}**`), vector).toEqual([]);
    }
  });

  test("what is printed is what a browser reads, and what the real parser alone leaves of it", () => {
    for (const vector of all) {
      const printed = printHtml(sanitizeHtml(vector, options));
      expect(readAndPrint(printed)).toBe(printed);
      expect(printed).toBe(printHtml(sanitizeByTree(vector, options)));
    }
  });
});

const names = [
  "a",
  "b",
  "p",
  "div",
  "table",
  "tr",
  "td",
  "caption",
  "li",
  "ul",
  "h1",
  "h2",
  "pre",
  "style",
  "style scoped",
  "span",
  "details",
  "summary",
];
const others = [
  "foo",
  "svg",
  "math",
  "mtext",
  "mglyph",
  "foreignObject",
  "form",
  "select",
  "option",
  "template",
  "noscript",
  "textarea",
  "title",
  "script",
];
const more = [
  "iframe",
  "input",
  "button",
  "frameset",
  "body",
  "html",
  "head",
  "col",
  "dd",
  "nobr",
  "font color=red",
  "annotation-xml",
  "xmp",
  "image",
  "img src=x",
  "br",
];
const values = [
  "x",
  "javascript:alert(1)",
  "&#x6a;avascript:alert(1)",
  "//leak.invalid",
  "position:fixed",
  "url(//leak.invalid)",
  "</style>",
  "<!--",
  '"',
  "d-x",
  "\u0000",
  "--&gt;",
];
const tag = fc.constantFrom(...names, ...others, ...more);
const attribute = fc
  .tuple(
    fc.constantFrom("href", "src", "style", "id", "name", "title", "class", "onload", "srcdoc", "data-l-code", "data-l-math", "background"),
    fc.constantFrom(...values),
  )
  .map(([name, value]) => ` ${name}="${value.replaceAll('"', "&quot;")}"`);
const piece = fc.oneof(
  fc.tuple(tag, fc.array(attribute, { maxLength: 2 })).map(([name, attributes]) => `<${name}${attributes.join("")}>`),
  tag.map((name) => `</${name.split(" ")[0]}>`),
  fc.constantFrom(
    "text",
    " ",
    "\n",
    "\n\n",
    "<!--",
    "-->",
    "--!>",
    "<![CDATA[",
    "]]>",
    "&lt;",
    "&amp;lt;",
    "<",
    ">",
    "`",
    "<?x",
    "</",
    "\u0000",
    "\uFFFE",
  ),
  fc.constantFrom("@import url(//leak.invalid);", "}", "{", "a{color:red}", "&{position:fixed}", "*{background:url(//leak.invalid)}"),
  fc.constantFrom(...[...vectors.values()].flat().filter((vector) => vector.length < 200)),
);
const fragment = fc.array(piece, { minLength: 1, maxLength: 24 }).map((pieces) => pieces.join(""));

test("for any fragment: nothing harmful is left, what is printed is what a browser reads, and the real parser alone leaves the same", () => {
  fc.assert(
    fc.property(fragment, (html) => {
      const printed = printHtml(sanitizeHtml(html, options));
      expect(harmIn(printed)).toEqual([]);
      expect(readAndPrint(printed)).toBe(printed);
      expect(printed).toBe(printHtml(sanitizeByTree(html, options)));
    }),
    { numRuns: Number(process.env["RUNS"] ?? 4_000) },
  );
}, 0);

test("for any fragment as a slide: nothing harmful is left, and reading the slide again changes nothing", () => {
  fc.assert(
    fc.property(fragment, (source) => {
      const deck = parseDeck(source);
      for (const html of renderDeck(deck)) {
        expect(harmIn(html)).toEqual([]);
        const read = readAndPrint(html);
        expect(readAndPrint(read)).toBe(read);
      }
      expect(harmOfSheet(deck.css)).toEqual([]);
    }),
    { numRuns: Number(process.env["RUNS"] ?? 2_000) },
  );
}, 0);
