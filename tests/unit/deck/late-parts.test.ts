import { expect, test } from "vitest";
import { createDeckCompiler, parseDeck, renderDeck } from "@/lib/deck";
import { drawChart } from "@/lib/deck/chart-drawer";
import { deckLinter } from "@/lib/deck/linter";
import { emojiOf } from "@/lib/deck/emoji-namer";
import { describeDiagram } from "@/lib/deck/diagram-describer";
import { encodeQr } from "@/lib/deck/qr-encoder";
import { deckStyler } from "@/lib/deck/styler";
import { fixtureDecks } from "@/tests/support/decks/fixture-decks";

const source = [
  "# Plain",
  '<p style="color:red">an attribute</p>',
  "<!-- _backgroundColor: navy -->\n\nA setting",
  "<style scoped>p{color:red}</style>\n\nThe slide's sheet",
  "<style>p{color:red}</style>\n\nThe deck's sheet",
  "![blur](https://example.invalid/a.png)",
  "A footnote[^1]\n\n[^1]: <b style='color:red'>note</b>",
  "![w:300](https://example.invalid/a.png)",
].join("\n\n---\n\n");

test("CSS and colours stay out until something reads them; then the slides that have some are rendered again", () => {
  const compiler = createDeckCompiler();
  const { deck } = compiler.update(source);
  const html = () => deck.slides.map((slide) => compiler.html(slide));
  expect(html().join("\n")).not.toMatch(/red|navy|blur\(|<style/);
  expect(compiler.change({ styler: deckStyler })).toEqual([1, 2, 3, 4, 5, 6]);
  expect(html()).toEqual(renderDeck(parseDeck(source)));
  expect(compiler.change({ styler: deckStyler })).toEqual([]);
});

test("the deck's own CSS and the contrast of its colours come with what reads them", () => {
  const text = `---\nstyle: "h1{color:red}"\ncolor: gray\nbackgroundColor: silver\n---\n\n${source}`;
  const compiler = createDeckCompiler({ linter: deckLinter });
  const before = compiler.update(text).deck;
  expect([before.css, before.notices.filter(({ code }) => code === "color-contrast")]).toEqual(["", []]);
  compiler.change({ styler: deckStyler });
  const { deck, changed } = compiler.update(text);
  const whole = parseDeck(text);
  expect([deck.css, deck.notices, changed]).toEqual([whole.css, whole.notices, []]);
  expect(whole.notices.map(({ code }) => code)).toContain("color-contrast");
});

test("a deck has no notices until something finds them, and changes no slide when it comes", () => {
  const text = "# One\n\n---\n\nTODO";
  const compiler = createDeckCompiler();
  const before = compiler.update(text).deck;
  expect([before.notices, compiler.change({ linter: deckLinter })]).toEqual([[], []]);
  const { deck, changed } = compiler.update(text);
  expect([deck.notices, changed]).toEqual([parseDeck(text).notices, []]);
  expect(deck.notices).not.toEqual([]);
});

test("a QR code's place is kept for it until something encodes it", () => {
  const compiler = createDeckCompiler();
  const [slide] = compiler.update("```qr\nhttps://example.invalid\n```").deck.slides;
  if (!slide) throw new Error("The text has one slide.");
  expect(compiler.html(slide)).toMatch(/<figure class="qr"><svg [^>]*><rect [^>]*><path d="" [^>]*><\/svg><figcaption>/);
  expect(compiler.change({ encodeQr })).toEqual([0]);
  expect(compiler.html(slide)).toBe(renderDeck(parseDeck("```qr\nhttps://example.invalid\n```"))[0]);
});

test("a diagram says what it shows once something describes it", () => {
  const text = "```mermaid\nmindmap\n a\n```";
  const { slides } = parseDeck(text);
  const diagrams = new Map([[slides[0]?.parts.diagrams[0]?.hash ?? "", { state: "drawn", svg: "<svg></svg>" } as const]]);
  const compiler = createDeckCompiler({ diagrams });
  const [slide] = compiler.update(text).deck.slides;
  if (!slide) throw new Error("The text has one slide.");
  expect(compiler.html(slide)).toContain('aria-label="Diagram"');
  expect(compiler.change({ describeDiagram })).toEqual([0]);
  expect(compiler.html(slide)).toContain('aria-label="Mind map"');
});

test("a chart shows its text until something draws it", () => {
  const compiler = createDeckCompiler();
  const chart = "```chart\na,b\nx,1\n```";
  const [slide] = compiler.update(chart).deck.slides;
  if (!slide) throw new Error("The text has one slide.");
  expect(compiler.html(slide)).toContain('<span class="line">x,1');
  expect(compiler.change({ drawChart })).toEqual([0]);
  expect(compiler.html(slide)).toBe(renderDeck(parseDeck(chart))[0]);
});

test("a chart that can't be drawn shows its text, too, until something reads it and says why", () => {
  const compiler = createDeckCompiler();
  const [slide] = compiler.update("```chart\na,b\nx,y\n```").deck.slides;
  if (!slide) throw new Error("The text has one slide.");
  expect(compiler.html(slide)).not.toContain("drawing-problem");
  expect(compiler.change({ drawChart })).toEqual([0]);
  expect(compiler.html(slide)).toContain('"y" is no number.');
});

const emojiTalk =
  "# Dinosaurs :sauropod: :no_such_thing:\n\nFirst\n\n---\n\n# Common :rocket:\n\nAt 10:30:45\n\n---\n\n<!-- _footer: 'By :kiwi_fruit:' -->\n\nText[^1]\n\n[^1]: :sloth:";

test("a rare emoji shows its name until the table is there; a name nobody knows stays", () => {
  const compiler = createDeckCompiler();
  const { slides } = compiler.update(emojiTalk).deck;
  const html = () => slides.map((slide) => compiler.html(slide));
  expect(html()[0]).toContain("Dinosaurs :sauropod: :no_such_thing:</h1>");
  expect(html()[2]).toMatch(/:sloth:[\s\S]*By :kiwi_fruit:/);
  expect(compiler.change({ emojiOf })).toEqual([0, 2]);
  expect(html()[0]).toContain("Dinosaurs 🦕 :no_such_thing:</h1>");
  expect(html()).toEqual(renderDeck(parseDeck(emojiTalk)));
  expect(html()[2]).toMatch(/🦥[\s\S]*By 🥝/);
});

test("anchors and titles don't hang on the table of rare emoji", () => {
  const compiler = createDeckCompiler();
  const named = () => compiler.update(emojiTalk).deck.slides.map(({ anchor, title }) => [anchor, title]);
  const before = named();
  compiler.change({ emojiOf });
  expect(named()).toEqual(before);
  expect(before.slice(0, 2)).toEqual([
    ["dinosaurs-sauropod-no-such-thing", "Dinosaurs :sauropod: :no_such_thing:"],
    ["common", "Common 🚀"],
  ]);
});

test("every slide that looks different once all is loaded has said so", () => {
  for (const text of [...fixtureDecks(), source]) {
    const compiler = createDeckCompiler();
    const { slides } = compiler.update(text).deck;
    const silent = slides.filter(({ parts }) => !parts.styles && !parts.charts && !parts.qr && !parts.emoji);
    const before = silent.map((slide) => compiler.html(slide));
    compiler.change({ styler: deckStyler, drawChart, encodeQr, emojiOf });
    expect(silent.map((slide) => compiler.html(slide))).toEqual(before);
  }
});
