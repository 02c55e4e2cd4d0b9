import fc from "fast-check";
import { expect, test } from "vitest";
import { parseDeck, type Slide } from "@/lib/deck";
import { languageFor } from "@/lib/deck/language";
import { noteAsked } from "@/lib/deck/note-asked";
import { renderPlain, renderTree, weaveHtml } from "@/lib/deck/render";
import { sanitizeHtml } from "@/lib/deck/sanitize/html";
import { renderInputOf } from "@/lib/deck/slide-data";
import { deckStyler } from "@/lib/deck/styler";
import { anyEdit } from "@/tests/support/decks/edits";
import { fixtureDecks } from "@/tests/support/decks/fixture-decks";

const numRuns = Number(process.env["RUNS"] ?? 60);
const given = { styler: deckStyler, resolveUrl: (url: string) => (url.includes("x") ? undefined : `/files/${url}`) };
const { rendered: options } = noteAsked(given, (noted) => noted);
/** Nothing of it is left, and no HTML is plain with it: the real parser reads it, and the sanitizer walks its tree. */
const unplain = "<svg></svg>";

const sanitizing = { idPrefix: "d-", slideSelector: ".slide", resolveUrl: options.resolveUrl, styler: options.styler };

test("a slide that is printed without a tree looks as the real parser's tree, sanitised and decorated, would", () => {
  fc.assert(
    fc.property(fc.constantFrom(...fixtureDecks()), fc.array(anyEdit, { maxLength: 6 }), (deckText, edits) => {
      for (const slide of parseDeck(edits.reduce((edited, edit) => edit(edited), deckText)).slides) {
        const { html, input, plain } = printSlide(slide);
        if (!plain) continue;
        expect(plain).toEqual(renderTree(sanitizeHtml(html + unplain, sanitizing), input, options));
      }
    }),
    { numRuns },
  );
}, 0);

test("most slides are printed without a tree", () => {
  const slides = fixtureDecks().flatMap((deckText) => parseDeck(deckText).slides);
  expect(slides.filter((slide) => printSlide(slide).plain).length).toBeGreaterThan(slides.length / 2);
});

function printSlide(slide: Slide) {
  const input = renderInputOf(slide);
  const blocks = input.source.blocks.map(({ token }) => token);
  const woven = weaveHtml(blocks, input.context, sanitizing, options);
  return { html: languageFor(input.context).renderTokens(blocks), input, plain: renderPlain(woven, input.context, sanitizing, options) };
}

const backgrounds = [
  '<img src="a.png" alt="" data-l-background="full" data-l-size="contain">',
  '<img src="b.png" class="fragment" alt="b" style="width: 4em" data-l-background="left" data-l-split="33%" data-l-direction="vertical"/>',
  '<img src="c.png" data-l-background="">',
  '<video src="d.mp4" data-l-autoplay muted data-l-background="right"></video>',
  '<video src="e.mp4" data-l-background="right">x</video>',
];
const code = [
  '<pre data-l-code="ts"><code>a &lt; "b"\n</code></pre>\n',
  '<pre data-l-code=""><code></code></pre>',
  '<pre data-l-code="qr"><code>a</code></pre>',
];
const tags = ["p", "ul", "ol", "li", "em", "a", "pre", "v-click", "bdi", "style", "script", "div", "h2", "iframe", "table"].flatMap((name) => [
  `<${name}>`,
  `</${name}>`,
]);
const written = [
  "<P>",
  "</P >",
  "<br>",
  "<br/>",
  '<p class="a>b">',
  '<p class="fragment">',
  '<li id="x">',
  '<a href="#x">',
  '<a href="y">',
  "<input type=checkbox>",
  "<input>",
  '<iframe src="https://www.youtube.com/embed/abcdefghijk" title="t" width="300"></iframe>',
  '<iframe src="https://player.vimeo.com/a?b&amp;c=d&copy=e" style="color:red" class="f"></iframe>',
  '<iframe src="https://www.youtube.com/embed/abcdefghijk" class="fragment"></iframe>',
  '<iframe src="g"></iframe>',
];
const texts = [
  "x",
  " ",
  "\n",
  "&nbsp;",
  "\u00a0",
  "&amp;",
  "&quot;",
  "'",
  '"',
  "a > b",
  "&copy;",
  "<!--x-->",
  "<style scoped>p{color:red}</style>",
  "<style scoped></style>",
];
const lists = ['<ul data-l-bullet="*">\n<li>a</li>\n', "<ol start=3><li>"];
const piece = fc.constantFrom(...backgrounds, ...code, ...tags, ...written, ...texts, ...lists);
const paragraph = fc
  .array(fc.constantFrom(...backgrounds, ...texts, "<br>", "<v-click>", "</v-click>", "<em>x</em>"))
  .map((inside) => `<p>${inside.join("")}</p>\n`);

const anyHtml = fc.array(fc.oneof({ weight: 3, arbitrary: piece }, paragraph), { maxLength: 8 }).map((pieces) => pieces.join(""));
const fronts = ["", "---\nmarp: true\nfooter: a &amp; *b*\n---\n", "---\nincremental: true\nheader: <b>x\n---\n"];

test("HTML of any pieces that is printed without a tree looks as by a tree", () => {
  fc.assert(
    fc.property(anyHtml, fc.constantFrom(...fronts), (inside, front) => {
      const { input, plain } = printInside(inside, front);
      if (!plain) return;
      expect(plain).toEqual(renderTree(sanitizeHtml(inside + unplain, sanitizing), input, options));
    }),
    { numRuns: 50 * numRuns },
  );
}, 0);

test("of such pieces, a quarter and more is printed without a tree", () => {
  const drawn = fc.sample(fc.tuple(anyHtml, fc.constantFrom(...fronts)), { seed: 1, numRuns: 1_000 });
  expect(drawn.filter(([inside, front]) => printInside(inside, front).plain).length).toBeGreaterThan(drawn.length / 4);
});

const blocks = [
  ...['a & *b* `c < d` \u00a0 > "e"', "x &amp; y", "x &copy; y", "\\<f> :rocket:", ":kiwi_fruit:", "a\\\nb", "~~g~~ **h**", "<b>in", "in</b>"],
  ...["# H", "# `<!-- fit -->`", "# <!-- fit --> H", "- a\n- b\n  - c", "* a\n\n  b", "3) c", "4. d", "- [x] e", "> q\n>\n> - r", "> [!NOTE]\n> s"],
  ...["| a | b |\n|:-:|---|\n| c | `d` |", "[l](u.html)", "l [m](v_w)", "[l](https://youtu.be/abcdefghijk)", "https://example.org/a?b=c", "[z](#z)"],
  ...[
    "![i](j.png)",
    "![bg left](k.png)",
    "```ts\ncode\n```",
    "<div>",
    "</div>",
    "<p>",
    "</p>",
    '<a href="o">',
    "</a>",
    "<h2>",
    "</h2>",
    "<pre>",
    "</pre>",
  ],
  ...["<ul><li>", "</li></ul>", '<div class="incremental">', "<div", "<v-click>", "</v-click>", "<!--", "-->", "<div>a &am", '<i id="z">p</i>'],
];
const anyBlocks = fc
  .array(fc.tuple(fc.constantFrom(...blocks), fc.constantFrom("\n\n", "\n")), { maxLength: 7 })
  .map((parts) => parts.flat().join(""));

test("blocks that are printed at once look, between any others, as by a tree", () => {
  fc.assert(
    fc.property(anyBlocks, fc.constantFrom(...fronts), (text, front) => {
      for (const slide of parseDeck(front + text).slides) {
        const { html, input, plain } = printSlide(slide);
        if (!plain) continue;
        expect(plain).toEqual(renderTree(sanitizeHtml(html + unplain, sanitizing), input, options));
      }
    }),
    { numRuns: 50 * numRuns },
  );
}, 0);

test.each(["<i title='|x'>y</i>", "<!-- | -->", "x &am|p; y", "<p>|</p>", "<style>|</style>", "</di|v>"])(
  "nothing is printed at once within %s",
  (marked) => {
    const html = marked.replace("|", "");
    const input = printInside("", "").input;
    expect(renderPlain({ html, printed: [] }, input.context, sanitizing, options)).toBeDefined();
    expect(renderPlain({ html, printed: [{ at: marked.indexOf("|"), html: "<p>z</p>" }] }, input.context, sanitizing, options)).toBeUndefined();
  },
);

test("most blocks that real talks are made of are printed at once", () => {
  const all = fixtureDecks().flatMap((deckText) => parseDeck(deckText).slides.map(renderInputOf));
  const words = all.flatMap(({ source, context }) => source.blocks.map(({ token }) => weaveHtml([token], context, sanitizing, options).html));
  expect(words.filter((html) => html === "").length).toBeGreaterThan(words.length / 2);
});

function printInside(inside: string, front: string) {
  const [slide] = parseDeck(`${front}text`).slides;
  if (!slide) throw new Error("The text has one slide.");
  const input = renderInputOf(slide);
  return { input, plain: renderPlain({ html: inside, printed: [] }, input.context, sanitizing, options) };
}
