import fc from "fast-check";
import { parseDeck, type Deck } from "@/lib/deck";

/** Texts of slides, with everything that a cut could break. */
const slideTexts = [
  "",
  "# Title",
  "# Title\n\nSubtitle",
  "## Plain\n\n- one\n- two",
  "Paragraph that would become a heading",
  "# Code\n\n```js\n---\n# no slide\n```",
  "    !python\n    print(1)",
  "<!-- class: dark -->\n\n# From here on",
  "<!-- class: light -->\n<!-- _class: own -->\n\n# Both",
  "<!--\npaginate: true\nfooter: Here\n-->\n\n# Several",
  "<!-- backgroundColor: '#123' -->\n\n## Coloured",
  "<!-- layout: center -->\n\ntext",
  "<!-- _hidden: true -->\n\n# Hidden",
  "# Notes\n\ntext\n\n???\n\nSay this\n\n[^2]: not a note",
  "# Presenter\n\n# Presenter Notes\n\nSay that",
  "# Link\n\n[x][ref] and [^1]",
  "# Defines\n\n[ref]: https://example.org\n\n[^1]: A footnote",
  "::: columns\n\na\n\n:::\n\nb",
  "> quote\n\n* * list",
  "| a | b |\n| - | - |\n| 1 | 2 |",
  "<div>\n\nraw\n\n</div>",
  "key: value\n\nmore 👩‍🚀",
] as const;

const frontMatters = [
  "",
  "---\ntitle: Talk\nclass: lead\npaginate: true\n---\n\n",
  "---\nheadingDivider: 2\n---\n\n",
  "---\nfooter: End\nheadingDivider: [1]\n---\n",
] as const;
const breaks = ["\n\n---\n\n", "\n\n***\n", "\n\n___\n\n\n", "\n\n"] as const;

/** A deck as people leave them: breaks of all kinds, settings that slides inherit, definitions that others use. */
export const randomDeck: fc.Arbitrary<Deck> = fc
  .record({
    front: fc.constantFrom(...frontMatters),
    slides: fc.array(fc.tuple(fc.constantFrom(...slideTexts), fc.constantFrom(...breaks)), { minLength: 1, maxLength: 7 }),
    end: fc.constantFrom("", "\n", "\n\n"),
  })
  .map(({ front, slides, end }) => {
    const body = slides.map(([text, gap], index) => (index === slides.length - 1 ? text : text + gap)).join("");
    return parseDeck(front + body + end);
  });

/** What a slide is to whoever sees it, wherever it stands; comments that only carry settings don't show. */
export function lookOf(deck: Deck, index: number): unknown {
  const slide = deck.slides[index];
  if (slide === undefined) return undefined;
  const { layout, style, ...settings } = slide.settings;
  const shownStyle = Object.fromEntries(Object.entries(style).filter(([, value]) => value !== ""));
  // The first slide has a rule of its own for its layout.
  return {
    settings: { ...settings, style: shownStyle, layout: layout === "title" ? "default" : layout },
    text: bareText(deck, index),
    notes: slide.notes,
  };
}

/** A slide's text without its settings and blank lines. */
export function bareText(deck: Deck, index: number): string {
  const slide = deck.slides[index];
  const text = slide === undefined ? "" : deck.source.slice(slide.range.start, slide.range.end);
  return text
    .replace(/<!--(?:\s*_?\w+:[^\n]*\n?)+?-->/g, "")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .join("\n");
}
