import fc from "fast-check";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createDeckCompiler, parseDeck, renderDeck, type Deck } from "@/lib/deck";

const folder = new URL("../../fixtures/deck/talks/", import.meta.url);
const talks = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), "utf8"));

/** Pieces of text that change structure when they land in the middle of something. */
const fragmentsOfText = [
  "---\n",
  "\n---\n",
  "\n\n---\n\n",
  "***\n",
  "-",
  "--",
  "```\n",
  "~~~\n",
  "```js\n",
  "<!-- ",
  " -->",
  "<!-- _class: a -->",
  "# ",
  "## T\n",
  "\n",
  "\n\n",
  " ",
  "    ",
  "[",
  "]: ",
  "[a]: http://b\n",
  "[^1]: note\n",
  "[^1]",
  "::: columns\n",
  ":::\n",
  "<div>",
  "</div>\n\n",
  "$$",
  "$$\n",
  "> ",
  "- ",
  "* x\n",
  "???\n",
  ". . .\n",
  "| a | b |\n|---|---|\n",
  "=====\n",
  ".fx: a\n\n",
  "# Presenter Notes\n",
  "é",
  "👩‍🚀",
  "a\u0308",
  "<style>h1{color:red}</style>\n",
] as const;

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat({ max: 60 }),
  text: fc.oneof(fc.constantFrom(...fragmentsOfText), fc.string({ maxLength: 8 })),
});

function withoutKeys(deck: Deck): unknown {
  return { ...deck, slides: deck.slides.map(({ key: _key, ...slide }) => ({ ...slide, fragments: slide.fragments })) };
}

test("an incremental update equals a fresh parse, whatever is edited", () => {
  fc.assert(
    fc.property(fc.constantFrom(...talks), fc.array(edit, { minLength: 1, maxLength: 12 }), (talk, edits) => {
      const compiler = createDeckCompiler();
      let source = talk;
      compiler.update(source);
      for (const { at, cut, text } of edits) {
        const start = Math.floor(at * source.length);
        source = source.slice(0, start) + text + source.slice(start + cut);
        const { deck } = compiler.update(source);
        const fresh = parseDeck(source);
        expect(withoutKeys(deck)).toEqual(withoutKeys(fresh));
        expect(deck.slides.map((slide) => compiler.html(slide))).toEqual(renderDeck(fresh));
      }
    }),
    { numRuns: 150 },
  );
}, 120_000);

test("an edit behind an empty first slide splits as a fresh parse does", () => {
  const compiler = createDeckCompiler();
  compiler.update("***\ntext\n\n---\n\nmore\n");
  expect(compiler.update("***\ntext\n\n ---\n\nmore\n").deck.slides.length).toBe(parseDeck("***\ntext\n\n ---\n\nmore\n").slides.length);
});

test("keys are unique after any edit", () => {
  fc.assert(
    fc.property(fc.constantFrom(...talks), fc.array(edit, { minLength: 1, maxLength: 20 }), (talk, edits) => {
      const compiler = createDeckCompiler();
      let source = talk;
      for (const { at, cut, text } of edits) {
        const start = Math.floor(at * source.length);
        source = source.slice(0, start) + text + source.slice(start + cut);
        const keys = compiler.update(source).deck.slides.map((slide) => slide.key);
        expect(new Set(keys).size).toBe(keys.length);
      }
    }),
    { numRuns: 50 },
  );
}, 60_000);

test("a keystroke changes the HTML of one slide only", () => {
  const compiler = createDeckCompiler();
  const source = Array.from({ length: 50 }, (_, index) => `# Slide ${index}\n\nSome text.\n`).join("\n---\n\n");
  compiler.update(source);
  const at = source.indexOf("Some text.", source.indexOf("Slide 20"));
  expect(compiler.update(`${source.slice(0, at)}x${source.slice(at)}`).changed).toEqual([20]);
});

test("a slide keeps its key while it is edited", () => {
  const compiler = createDeckCompiler();
  const before = compiler.update("# One\n\n---\n\n# Two\n\n---\n\n# Three\n").deck;
  const after = compiler.update("# One\n\n---\n\n# Two and more\n\ntext\n\n---\n\n# Three\n").deck;
  expect(after.slides.map((slide) => slide.key)).toEqual(before.slides.map((slide) => slide.key));
});

test("a moved slide keeps its key", () => {
  const compiler = createDeckCompiler();
  const [one, two, three] = compiler.update("# One\n\n---\n\n# Two\n\n---\n\n# Three\n\n---\n").deck.slides.map((slide) => slide.key);
  const after = compiler.update("# Three\n\n---\n\n# One\n\n---\n\n# Two\n\n---\n").deck.slides.map((slide) => slide.key);
  expect(after.slice(0, 3)).toEqual([three, one, two]);
});

test("a split leaves the key with the part that has the title", () => {
  const compiler = createDeckCompiler();
  const [first, second] = compiler.update("# One\n\n---\n\nbefore\n\n# Two\n\nafter\n").deck.slides.map((slide) => slide.key);
  const after = compiler.update("# One\n\n---\n\nbefore\n\n---\n\n# Two\n\nafter\n").deck.slides;
  expect([after[0]?.key, after[2]?.key]).toEqual([first, second]);
});

test("a definition that changes renders the slides that use it again, and no others", () => {
  const compiler = createDeckCompiler();
  const deck = (href: string) => `# A\n\n[x][ref]\n\n---\n\n# B\n\n---\n\n[ref]: ${href}\n`;
  compiler.update(deck("https://one.example"));
  expect(compiler.update(deck("https://two.example")).changed).toEqual([0, 2]);
});
