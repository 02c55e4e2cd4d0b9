import fc from "fast-check";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { dialects, importDeck, parseDeck, renderDeck, type Dialect } from "@/lib/deck";

/** Every deck that the fixtures have, in every dialect. */
const decks = [...readDecks("tests/fixtures/deck/import/"), ...readDecks("tests/fixtures/deck/talks/"), ...readDecks("tests/fixtures/deck/html/")];

function readDecks(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (name) => /\.(?:md|html)$/.test(name) && !name.includes(".expected."),
  );
  return names.map((name) => readFileSync(folder + name, "utf8"));
}

/** Pieces that mean something in one dialect or another. */
const words = [
  "---\n",
  "\n---\n",
  "\n\n---\n\n",
  "----\n",
  "--\n",
  "+++\n",
  "---?image=a.png\n",
  "***\n",
  "```\n",
  "~~~\n",
  "```js {1|2}\n",
  "<!-- ",
  " -->",
  "<!-- _class: a -->\n",
  '<!-- .slide: class="a" -->\n',
  '<!-- .element: class="fragment" -->',
  "# Title\n",
  "#Tight\n",
  "Title\n====\n",
  "\n",
  "\n\n",
  "    code\n",
  "???\n",
  ". . .\n",
  "Note: said\n",
  "^ said\n",
  "class: center, middle\n",
  "layout: true\n",
  "name: a\n",
  "template: a\n",
  "exclude: true\n",
  "{{content}}",
  ".left[\n",
  ".b.c[in]",
  "]\n",
  "![:scale 50%](a.png)",
  "![bg left](a.png)",
  "![inline](a.png)\n",
  "::: columns\n",
  ":::\n",
  "::right::\n",
  "<v-click>\n",
  "</v-click>\n",
  "<div>\n",
  "</div>\n\n",
  "<hr />\n",
  "<textarea>",
  "<style>h1{}</style>\n",
  ".fx: a\n",
  ".notes: b\n",
  ".qr: 100|c\n",
  "[comment]: <> (d)\n",
  "    !python\n",
  "[.column]\n",
  "@snap[west]\n",
  "@snapend\n",
  "@ul\n",
  "- item |\n",
  "- item\n",
  "1. item\n",
  "> quote\n",
  "slidenumbers: true\n",
  "[landslide]\nsource = a.md\n",
  "---\nlayout: two-cols\n---\n",
  "---\nmarp: true\n---\n",
  "---\ntype: slide\n---\n",
  "---\nx: [\n---\n",
  "\r\n",
  "\u{FEFF}",
  "é👩‍🚀",
] as const;

const piece = fc.oneof({ arbitrary: fc.constantFrom(...words), weight: 5 }, { arbitrary: fc.string({ maxLength: 12 }), weight: 1 });
const soup = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(""));
/** A deck with something of another dialect in the middle. */
const edited = fc
  .tuple(fc.constantFrom(...decks), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 20 }), fc.array(piece, { maxLength: 4 }))
  .map(([deck, at, cut, pieces]) => {
    const start = Math.floor(at * deck.length);
    return deck.slice(0, start) + pieces.join("") + deck.slice(start + cut);
  });
const text = fc.oneof(soup, edited);

/** What was imported, and what importing that again gives in every way there is. */
function importTwice(source: string, dialect: Dialect | "auto"): { readonly once: readonly string[]; readonly again: readonly string[] } {
  const { markdown } = importDeck(source, dialect);
  const again = [importDeck(markdown), importDeck(markdown, "lectern"), importDeck(markdown, dialect)];
  return { once: [markdown, markdown, markdown], again: again.map((result) => result.markdown) };
}

test("importing an imported deck changes nothing, whatever was imported", () => {
  fc.assert(
    fc.property(text, (source) => {
      const { once, again } = importTwice(source, "auto");
      expect(again).toEqual(once);
    }),
    { numRuns: 100 },
  );
}, 60_000);

const foreign = dialects.filter((dialect) => dialect !== "lectern");

test.each(foreign)(
  "importing a deck as %s again changes nothing, whatever was imported",
  (dialect) => {
    fc.assert(
      fc.property(text, (source) => {
        const { once, again } = importTwice(source, dialect);
        expect(again).toEqual(once);
      }),
      { numRuns: 20 },
    );
  },
  60_000,
);

test("the deck language imports as it is", () => {
  fc.assert(
    fc.property(soup, (source) => {
      const plain = source.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
      expect(importDeck(source, "lectern").markdown).toBe(plain);
    }),
  );
});

test("notices stand in the imported text, and what was imported renders", () => {
  fc.assert(
    fc.property(text, fc.constantFrom<Dialect | "auto">("auto", ...dialects), (source, dialect) => {
      const { markdown, notices, confidence } = importDeck(source, dialect);
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
      const lines = source.split(/\r\n?|\n/).length;
      for (const { range } of notices) {
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeGreaterThanOrEqual(range.start);
        expect(range.end).toBeLessThanOrEqual(source.length);
        expect(range.endLine).toBeLessThanOrEqual(lines);
      }
      expect(renderDeck(parseDeck(markdown)).length).toBeGreaterThan(0);
    }),
    { numRuns: 60 },
  );
}, 60_000);

test("a text with CRLF imports as one with LF", () => {
  fc.assert(
    fc.property(fc.constantFrom(...decks), (deck) => {
      const plain = deck.replace(/\r\n?/g, "\n");
      expect(importDeck(plain.replaceAll("\n", "\r\n")).markdown).toBe(importDeck(plain).markdown);
    }),
  );
}, 60_000);
