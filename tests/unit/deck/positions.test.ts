import fc from "fast-check";
import { expect, test } from "vitest";
import { applyTextEdits, parseDeck, slideAt, type SourceRange } from "@/lib/deck";
import { anyEdit } from "@/tests/support/decks/edits";
import { fixtureDecks } from "@/tests/support/decks/fixture-decks";

/** Slides that hold lines which look like breaks and are none, and characters of several units. */
const slideTexts = [
  "# Plain\n\ntext\n",
  "# Fence\n\n```md\n---\n***\n```\n",
  "~~~\n\n---\n\n~~~\n",
  "<!--\n---\nnot a break\n-->\n\n# Comment\n",
  "- a list\n\n  ---\n\n- goes on\n",
  "> a quote\n> ---\n",
  "# Note[^1]\n\n[^1]: a footnote\n\n    of two paragraphs\n",
  "Title\n---\n\nand text under a heading of two lines\n",
  "# 👩‍🚀 of several units 🏳️‍🌈\n\na\u0308 b\u0301 \u200d\n",
  "| a | b |\n|---|---|\n| 1 | 2 |\n",
  "<div>\n\n# In HTML\n\n</div>\n",
  "$$\na + b\n$$\n",
  "\n",
  "",
] as const;

const written = fc.record({
  frontMatter: fc.constantFrom("", "---\ntitle: A\n---\n", "---\ntitle: 'é 👩‍🚀'\nlang: de\n---\n"),
  slides: fc.array(fc.constantFrom(...slideTexts), { minLength: 1, maxLength: 12 }),
  rule: fc.constantFrom("---", "***", "___", " - - -", "-------  "),
  lineEnd: fc.constantFrom("\n", "\r\n", "\r"),
  mark: fc.constantFrom("", "\uFEFF"),
});

test("every slide's range is the text that was written between its breaks", () => {
  fc.assert(
    fc.property(written, ({ frontMatter, slides, rule, lineEnd, mark }) => {
      const source = mark + (frontMatter + slides.map((text) => `${text}\n`).join(`${rule}\n`)).replaceAll("\n", lineEnd);
      const deck = parseDeck(source);
      const ranges = deck.slides.map(({ range }) => source.slice(range.start, range.end));
      expect(ranges).toEqual(slides.map((text) => `${text}\n`.replaceAll("\n", lineEnd)));
      const front = deck.frontMatter.range;
      expect(front ? source.slice(front.start, front.end) : "").toBe(frontMatter.replaceAll("\n", lineEnd));
    }),
    { numRuns: 500 },
  );
});

const edited = fc
  .tuple(fc.constantFrom(...fixtureDecks()), fc.array(anyEdit, { maxLength: 4 }))
  .map(([deck, edits]) => edits.reduce((source, edit) => edit(source), deck));

test("front matter, breaks and slides make up the text, and between two slides there is one break or nothing", () => {
  fc.assert(
    fc.property(edited, (source) => {
      const { slides, frontMatter } = parseDeck(source);
      const start = source.startsWith("\uFEFF") ? 1 : 0;
      expect(frontMatter.range?.start ?? start).toBe(start);
      expect(slides[0]?.range.start).toBe(frontMatter.range?.end ?? start);
      expect(slides.at(-1)?.range.end).toBe(source.length);
      slides.slice(1).forEach(({ range }, index) => {
        const between = source.slice(slides[index]?.range.end, range.start);
        expect(between).toMatch(/^(?: {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})(?:\r\n|\r|\n|$))?$/);
      });
    }),
    { numRuns: 300 },
  );
});

test("a caret is on the slide that a look through all of them finds", () => {
  fc.assert(
    fc.property(edited, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 }), (source, places) => {
      const deck = parseDeck(source);
      const offsets = [
        ...places.map((place) => Math.round(place * source.length)),
        ...deck.slides.flatMap(({ range }) => [range.start - 1, range.start, range.end, range.end - 1]),
      ];
      for (const offset of offsets) {
        const found = deck.slides.findIndex(({ range }) => offset < range.end);
        expect(slideAt(deck, offset), `offset ${offset}`).toBe(found === -1 ? deck.slides.length - 1 : found);
      }
    }),
    { numRuns: 100 },
  );
});

test("a caret at the start of a slide is on it, also where a heading begins it; on a break's line it is on the slide behind", () => {
  const source = "---\nheadingDivider: 1\n---\n# One\n\n# Two\n\n---\n\nthree\n";
  const deck = parseDeck(source);
  expect(["# One", "# Two", "---\n\nthree", "three"].map((text) => slideAt(deck, source.indexOf(text, 4)))).toEqual([0, 1, 2, 2]);
  expect([slideAt(deck, 0), slideAt(deck, source.length)]).toEqual([0, 2]);
});

/** Lines as an editor counts them. */
function linesOf(source: string, { start, end }: SourceRange): readonly number[] {
  const lineOf = (offset: number) => source.slice(0, offset).split(/\r\n|\r|\n/).length;
  const lastUnit = source.slice(0, end).endsWith("\r\n") ? end - 2 : end - 1;
  return [lineOf(start), end > start ? lineOf(Math.max(start, lastUnit)) : lineOf(start)];
}

test("lines of slides, front matter and notices are those of an editor, and no edit of a fix leaves the text", () => {
  fc.assert(
    fc.property(edited, (source) => {
      const { slides, frontMatter, notices } = parseDeck(source);
      const ranges = [
        ...slides.map((slide) => slide.range),
        ...(frontMatter.range ? [frontMatter.range] : []),
        ...notices.map((notice) => notice.range),
      ];
      for (const range of ranges) {
        expect(range.start).toBeLessThanOrEqual(range.end);
        expect(range.end).toBeLessThanOrEqual(source.length);
        expect([range.startLine, range.endLine]).toEqual(linesOf(source, range));
      }
      const fixes = notices.flatMap(({ fix }) => (fix ? [fix] : []));
      for (const { edits } of fixes) expect(() => applyTextEdits(source, edits)).not.toThrow();
    }),
    { numRuns: 300 },
  );
});

test("a notice about a setting points at the setting, and at nothing that only looks like it", () => {
  const source = [
    "---",
    "style: |",
    "  layout: nothing",
    "colorScheme: pink",
    "nonsense: 1",
    "---",
    "# 👩‍🚀",
    "",
    "```",
    "_layout: code",
    "```",
    "",
    "<!-- _layout: wrong -->",
    "<!-- _nothing: 1 -->",
    "",
  ];
  for (const [end, mark] of [
    ["\n", ""],
    ["\r\n", "\uFEFF"],
  ] as const) {
    const text = mark + source.join(end);
    const named = parseDeck(text).notices.map(({ code, range }) => [code, text.slice(range.start, range.end)]);
    expect(named).toEqual([
      ["css-removed", "style: |"],
      ["setting-value", "colorScheme: pink"],
      ["setting-unknown", "nonsense: 1"],
      ["setting-value", "_layout: wrong"],
      ["setting-unknown", "_nothing"],
    ]);
  }
});
