import fc from "fast-check";
import { expect, test } from "vitest";
import { createDeckCompiler, parseDeck, renderSlide, type Deck, type TextEdit } from "@/lib/deck";
import { drawChart } from "@/lib/deck/chart-drawer";
import { describeDiagram } from "@/lib/deck/diagram-describer";
import { deckLinter } from "@/lib/deck/linter";
import { emojiOf } from "@/lib/deck/emoji-namer";
import { maxSlides } from "@/lib/deck/limits";
import { encodeQr } from "@/lib/deck/qr-encoder";
import { changeBetween } from "@/lib/deck/resplit";
import { deckStyler } from "@/lib/deck/styler";
import { anyEdit } from "@/tests/support/decks/edits";
import { fixtureDecks } from "@/tests/support/decks/fixture-decks";

const decks = fixtureDecks();
/** `RUNS=5000 DECKS=folder` looks longer, over real decks; fast-check prints the seed of what fails. */
const numRuns = Number(process.env["RUNS"] ?? 250);

/** How the compiler hears of an edit: by the whole text, or by the stretch that differs with so much around it. */
const anyWay = fc.oneof(fc.constant("text" as const), fc.nat({ max: 5 }));

function stretchOf(before: string, after: string, around: number): TextEdit {
  const { start, end } = changeBetween(before, after);
  const [from, to] = [Math.max(0, start - around), Math.min(before.length, end + around)];
  return { start: from, end: to, text: after.slice(from, after.length - (before.length - to)) };
}

/** All of a deck's data but the keys, which are a compiler's own. */
function withoutKeys(deck: Deck): unknown {
  const slides = deck.slides.map(({ anchor, title, range, settings, notes, fragments, parts, words, hash }) => {
    return { anchor, title, range, settings, notes, fragments, parts, words, hash };
  });
  return { ...deck, source: deck.source, notices: deck.notices, slides };
}

test("an incremental update equals a fresh parse, whatever is edited, and names exactly the slides whose HTML changed", () => {
  fc.assert(
    fc.property(fc.constantFrom(...decks), fc.array(fc.tuple(anyEdit, anyWay), { minLength: 1, maxLength: 10 }), (deckText, edits) => {
      const compiler = createDeckCompiler({ styler: deckStyler, linter: deckLinter, drawChart, encodeQr, emojiOf, describeDiagram });
      let source = deckText;
      let shown = new Map(compiler.update(source).deck.slides.map((slide) => [slide.key, compiler.html(slide)]));
      for (const [edit, way] of edits) {
        const before = source;
        source = edit(source);
        const { deck, changed } = way === "text" ? compiler.update(source) : compiler.edit(stretchOf(before, source, way));
        const fresh = parseDeck(source);
        expect(withoutKeys(deck)).toEqual(withoutKeys(fresh));
        const html = deck.slides.map((slide) => compiler.html(slide));
        expect(html).toEqual(fresh.slides.map((slide) => renderSlide(slide)));
        expect(changed).toEqual(deck.slides.flatMap(({ key }, index) => (shown.get(key) === html[index] ? [] : [index])));
        shown = new Map(deck.slides.map(({ key }, index) => [key, html[index] ?? ""]));
        expect(shown.size, "keys are unique").toBe(deck.slides.length);
      }
    }),
    { numRuns },
  );
}, 0);

test("a deck has no getters of its own: all that those see would outlive it until memory is searched through", () => {
  const compiler = createDeckCompiler();
  const decks = [compiler.update("# a\n").deck, compiler.edit({ start: 2, end: 3, text: "b" }).deck];
  expect(decks.map(({ source }) => source)).toEqual(["# a\n", "# b\n"]);
  for (const deck of decks) expect(Object.values(Object.getOwnPropertyDescriptors(deck)).filter(({ get }) => get)).toEqual([]);
});

test("a deck of as many slides as there can be is split as a fresh parse splits it, whatever comes and goes", () => {
  const slide = "a\n\n---\n\n";
  const counts = [-2, 3, 1, -1, 0, -3].map((more) => maxSlides + more);
  for (const way of ["text", 0] as const) {
    const compiler = createDeckCompiler();
    let before = "";
    for (const count of counts) {
      const source = `${slide.repeat(count - 1)}last\n`;
      const { deck } = way === "text" ? compiler.update(source) : compiler.edit(stretchOf(before, source, way));
      const rangesOf = ({ slides }: Deck) => slides.map(({ range }) => range.end);
      expect(rangesOf(deck)).toEqual(rangesOf(parseDeck(source)));
      expect(deck.slides).toHaveLength(Math.min(count, maxSlides));
      before = source;
    }
  }
});

test("an edit behind an empty first slide splits as a fresh parse does", () => {
  const compiler = createDeckCompiler();
  compiler.update("***\ntext\n\n---\n\nmore\n");
  expect(compiler.update("***\ntext\n\n ---\n\nmore\n").deck.slides.length).toBe(parseDeck("***\ntext\n\n ---\n\nmore\n").slides.length);
});

test("footnotes in another order are the same to a slide that names them", () => {
  const compiler = createDeckCompiler();
  const claim = "# Claim\n\nA claim[^1] and another[^n].\n";
  const notes = ["[^1]: one\n", "[^n]: two\n"];
  compiler.update([claim, ...notes].join("\n---\n\n"));
  const moved = [claim, ...notes.toReversed()].join("\n---\n\n");
  expect(compiler.update(moved).deck.slides[0]?.hash).toBe(parseDeck(moved).slides[0]?.hash);
});

test("a keystroke changes the HTML of one slide only", () => {
  const compiler = createDeckCompiler();
  const source = Array.from({ length: 50 }, (_, index) => `# Slide ${index}\n\nSome text.\n`).join("\n---\n\n");
  compiler.update(source);
  const at = source.indexOf("Some text.", source.indexOf("Slide 20"));
  expect(compiler.update(`${source.slice(0, at)}x${source.slice(at)}`).changed).toEqual([20]);
});

test("a page that nobody is shown changes no slide's HTML", () => {
  const compiler = createDeckCompiler();
  const slidesBehind = "\n---\n\n# Two\n\n---\n\n# Three\n";
  for (const slide of compiler.update(`# One\n${slidesBehind}`).deck.slides) compiler.html(slide);
  expect(compiler.update(`# One\n\n<!-- _hidden: true -->\n${slidesBehind}`).changed).toEqual([0]);
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

test("a renderer that comes late touches the slides with formulas alone, under their keys and hashes", () => {
  const compiler = createDeckCompiler();
  const { deck } = compiler.update("# A\n\n---\n\n$x$\n\n---\n\n# C");
  const before = deck.slides.map((slide) => compiler.html(slide));
  expect(compiler.change({ renderMath: (tex) => `<b>${tex}</b>` })).toEqual([1]);
  const after = deck.slides.map((slide) => compiler.html(slide));
  expect(after[1]).toContain('<span class="math"><b>x</b></span>');
  expect([after[0], after[2]]).toEqual([before[0], before[2]]);
  expect(compiler.change({ renderMath: undefined })).toEqual([1]);
  expect(deck.slides.map((slide) => compiler.html(slide))).toEqual(before);
});

test("a grammar that comes late colours the slides with such code alone, under their keys and hashes", () => {
  const compiler = createDeckCompiler();
  const { deck } = compiler.update("```kt\nval a\n```\n\n---\n\n```rust\nfn a\n```\n\n---\n\n```ts\nlet a\n```");
  const before = deck.slides.map((slide) => compiler.html(slide));
  const kotlin = (text: string) => `<span class="hljs-keyword">${text}</span>`;
  expect(compiler.change({ highlighters: new Map([["kotlin", kotlin]]) })).toEqual([0]);
  const after = deck.slides.map((slide) => compiler.html(slide));
  expect(after[0]).toContain('<span class="hljs-keyword">val a</span>');
  expect(after.slice(1)).toEqual(before.slice(1));
  expect(compiler.change({ highlighters: new Map([["kotlin", kotlin]]) })).toEqual([]);
});

test("a drawing that comes late touches the slides with that diagram alone", () => {
  const compiler = createDeckCompiler();
  const { deck } = compiler.update("```mermaid\npie\n```\n\n---\n\n```mermaid\ngantt\n```");
  const [pie] = deck.slides[0]?.parts.diagrams ?? [];
  const diagrams = new Map([[pie?.hash ?? "", { state: "drawn", svg: "<svg></svg>" } as const]]);
  expect(compiler.change({ diagrams })).toEqual([0]);
  expect(compiler.change({ diagrams: new Map(diagrams) })).toEqual([]);
  expect(deck.slides.map((slide) => compiler.html(slide).includes("<svg>"))).toEqual([true, false]);
});

test("slides of the deck before an edit stay where they stood", () => {
  const compiler = createDeckCompiler();
  const source = "# One\n\n---\n\n# Two\n\n---\n\n# Three\n";
  const before = compiler.update(source).deck;
  const after = compiler.update(source.replace("# One", "# One\n\nand more")).deck;
  const texts = (deck: Deck) => deck.slides.map(({ range }) => deck.source.slice(range.start, range.end).trim());
  expect(texts(before)).toEqual(["# One", "# Two", "# Three"]);
  expect(texts(after)).toEqual(["# One\n\nand more", "# Two", "# Three"]);
});

test("typing in a slide that sets the footer leaves the slides that inherit it as they are", () => {
  const compiler = createDeckCompiler();
  const source = "# One\n\n<!-- footer: Us -->\n\nText\n\n---\n\n# Two\n";
  const before = compiler.update(source).deck.slides[1]?.settings;
  expect(compiler.update(source.replace("Text", "Texts")).deck.slides[1]?.settings).toBe(before);
});
