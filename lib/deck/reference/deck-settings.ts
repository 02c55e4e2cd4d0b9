import { aspectRatios, colorSchemes, type AspectRatio, type ColorScheme } from "@/lib/deck/deck";
import { deckKeys } from "@/lib/deck/settings";
import type { ReferenceEntry, SettingValue } from "./entry";
import { kebab, onOff, plainSlide, settingEntry, type Facts } from "./setting-entry";

type DeckKey = (typeof deckKeys)[number];

const schemeTexts: Readonly<Record<ColorScheme, string>> = {
  theme: "As the theme is meant: Ink, Terminal, Blueprint and Chalk are dark, the others light",
  light: "Dark words on light paper",
  dark: "Light words on a dark stage",
  auto: "Whichever the reader's device is set to",
};

const ratioTexts: Readonly<Record<AspectRatio, string>> = {
  "16:9": "Wide, 1280 by 720: what halls and screens have",
  "4:3": "Less wide, 960 by 720: older projectors",
};

/** What themes look like, by name; a test holds the names to those of `lib/themes`. */
export const themeTexts: Readonly<Record<string, string>> = {
  lectern: "White paper, ink, one confident accent",
  ink: "A near-black stage, warm words and amber: for dark halls",
  paper: "A well-set book: cream, one serif, wide margins",
  signal: "A poster: huge headings, and blocks of colour",
  terminal: "One monospaced hand, phosphor green, prompts and a status line",
  blueprint: "An engineering drawing: white lines on a blue grid",
  chalk: "A classroom board, its lines drawn by hand",
  landslide: "A rounded card on grey with a band for the heading, as decks had in 2014",
};

export const transitionFacts: readonly SettingValue[] = [
  { value: "none", text: "The next slide is there at once" },
  { value: "fade", text: "One slide fades into the next" },
  { value: "slide", text: "The next slide comes in from the side" },
  { value: "push", text: "The next slide pushes this one out" },
  { value: "cover", text: "The next slide comes in over this one" },
  { value: "wipe", text: "The next slide is uncovered from the side" },
  { value: "zoom", text: "This slide comes nearer and gives way to the next" },
];

const levels: readonly SettingValue[] = [
  { value: "1", text: "Every heading with one # begins a slide" },
  { value: "2", text: "Headings with one # and with two do" },
  { value: "[2]", text: "Headings with two # do, and no others" },
];

/** Every key of the front matter that holds for the deck; the type checker misses one that is added there alone. */
const deckFacts: Readonly<Record<DeckKey, Facts>> = {
  title: {
    title: "Title",
    text: "What lists, the browser's tab and files call the deck. Without it, its first heading.",
    knownFrom: ["Marp", "Slidev", "Pandoc"],
    free: "any words",
    byDefault: "the first heading",
    shown: "A short history of waiting",
    keywords: ["name"],
  },
  author: {
    title: "Author",
    text: "Who made the talk: a name, or a list of names. It goes into files as their author.",
    knownFrom: ["Marp", "Slidev", "Pandoc"],
    free: "a name, or a list",
    byDefault: "nobody",
    shown: "[Ana Ruiz, Ben Okafor]",
    keywords: ["speaker", "by", "name"],
  },
  lang: {
    title: "Language",
    text: "The language the deck is written in, as browsers name it. It decides how words are read aloud and broken.",
    knownFrom: ["Marp", "HedgeDoc"],
    values: [
      { value: "en", text: "English" },
      { value: "de", text: "German" },
      { value: "es", text: "Spanish" },
      { value: "fr", text: "French" },
      { value: "pt", text: "Portuguese" },
      { value: "ja", text: "Japanese" },
      { value: "zh", text: "Chinese" },
    ],
    free: "any language's code",
    byDefault: "en",
    shown: "de",
    body: "## Wartezeiten\n\n- Einundvierzig Minuten\n- Drei Minuten fünfzig",
    keywords: ["locale", "hyphenation", "screen reader"],
  },
  theme: {
    title: "Theme",
    text: "How all slides look. Every theme is designed for every kind of slide, light and dark.",
    knownFrom: ["Marp", "Slidev", "reveal.js"],
    values: Object.entries(themeTexts).map(([value, text]) => ({ value, text })),
    byDefault: "lectern",
    shown: "landslide",
    keywords: ["look", "design", "template", "skin"],
  },
  colorScheme: {
    title: "Colour scheme",
    text: "As the theme is meant, light, dark, or as the reader's device has it. A deck looks the same on every screen and in every file, unless it leaves the choice to readers.",
    knownFrom: ["Slidev"],
    values: colorSchemes.map((value) => ({ value, text: schemeTexts[value] })),
    byDefault: "theme",
    shown: "dark",
    keywords: ["dark mode", "light mode", "colorSchema", "night"],
  },
  aspectRatio: {
    title: "Aspect ratio",
    text: "The shape of the slides.",
    knownFrom: ["Slidev"],
    values: aspectRatios.map((value) => ({ value, text: ratioTexts[value] })),
    byDefault: "16:9",
    shown: "4:3",
    keywords: ["widescreen", "format", "width", "height"],
  },
  size: {
    title: "Size",
    text: "Marp's name for the aspect ratio.",
    knownFrom: ["Marp"],
    values: aspectRatios.map((value) => ({ value, text: ratioTexts[value] })),
    byDefault: "16:9",
    shown: "4:3",
    keywords: ["aspectRatio", "format"],
  },
  headingDivider: {
    title: "Split at headings",
    text: "Begins a slide at every heading of these levels, so that a document without `---` becomes a deck. A heading right after a break or at the very top begins no second one.",
    knownFrom: ["Marp"],
    values: levels,
    free: "a level from 1 to 6, or a list of levels",
    byDefault: "no heading splits",
    shown: "2",
    body: "# A short history\n\n## The wait\n\nForty-one minutes.\n\n## The end of it\n\nThree minutes and fifty seconds.",
    keywords: ["slide-level", "split", "automatic", "h1", "h2"],
  },
  breaks: {
    title: "Line breaks",
    text: "Makes every line end inside a paragraph a line break. Decks that say `marp: true` have it so anyway.",
    knownFrom: ["HedgeDoc", "Marp"],
    values: onOff("A line end is a line break", "A line end is a space"),
    byDefault: "false",
    shown: "true",
    body: "## Where\n\nRoom 12\nSecond floor\n\nDoors open at nine.",
    keywords: ["newline", "br"],
  },
  incremental: {
    title: "Lists, item by item",
    text: "Makes all lists of the deck appear one item at a time.",
    knownFrom: ["Pandoc", "Quarto"],
    values: onOff("Items appear one at a time", "Lists are there at once"),
    byDefault: "false",
    shown: "true",
    keywords: ["fragments", "build-lists", "bullets", "steps"],
  },
  marp: {
    title: "Written for Marp",
    text: "Says that the deck is Marp's: line ends are line breaks, and lists with `*` or `1)` appear item by item.",
    knownFrom: ["Marp"],
    values: onOff("As Marp reads it", "As everybody else reads it"),
    byDefault: "false",
    shown: "true",
    body: "## One by one\n\n* Forty-one minutes\n* Three minutes and fifty seconds",
    keywords: ["compatibility"],
  },
  math: {
    title: "Formulas",
    text: "`math: false` leaves dollars alone, for talks about money and shells.",
    knownFrom: ["Marp"],
    values: onOff("Dollars enclose formulas", "A dollar is a dollar"),
    free: "Marp's names of engines, which all mean true",
    byDefault: "true",
    shown: "false",
    body: "## Prices\n\n- From $5 to $9 an hour\n- Never more than $40 a day",
    keywords: ["katex", "mathjax", "dollar", "latex"],
  },
  style: {
    title: "Style",
    text: "CSS for all slides, as `<style>` in the text. After `style: |` it may run over several indented lines: a theme of your own, or one made for Marp or reveal.js, where `section`, `:root` and `.reveal` mean the slide. Variables such as `--paper`, `--ink` and `--accent` recolour the theme.",
    knownFrom: ["Marp"],
    free: "CSS",
    byDefault: "the theme's alone",
    shown: '|\n  h2 { color: #b4540a; }\n  li::marker { content: "→ "; }',
    keywords: ["css", "custom"],
  },
  transition: {
    title: "Transition",
    text: "How one slide gives way to the next. Whoever asked their device for less motion sees none.",
    knownFrom: ["Marp", "Slidev", "reveal.js"],
    values: transitionFacts,
    byDefault: "fade",
    shown: "fade",
    keywords: ["animation", "motion", "effect"],
  },
  duration: {
    title: "Length of the talk",
    text: "How long the talk may take. The clock at the presenter's desk shows it beside the time gone by.",
    knownFrom: ["Slidev"],
    free: "a time like 90s, 20m or 1m30s",
    values: [
      { value: "5m", text: "A lightning talk" },
      { value: "20m", text: "A short talk" },
      { value: "45m", text: "A long one" },
    ],
    byDefault: "as long as it takes",
    shown: "20m",
    keywords: ["time", "minutes", "timer", "slot"],
  },
  description: {
    title: "Description",
    text: "A sentence about the talk, for whoever finds the deck's public page.",
    knownFrom: ["Marp"],
    free: "any words",
    byDefault: "none",
    shown: "How a team of six got its build back",
    keywords: ["summary", "abstract", "info"],
  },
  keywords: {
    title: "Keywords",
    text: "What the talk is about, in words that people look for.",
    knownFrom: ["Marp", "Slidev"],
    free: "words, or a list",
    byDefault: "none",
    shown: "[build, cache, teams]",
    keywords: ["tags", "topics"],
  },
  date: {
    title: "Date",
    text: "When the talk is given. It is kept with the deck; to show it, write it on a slide.",
    knownFrom: ["Pandoc", "Quarto"],
    free: "any date",
    byDefault: "none",
    shown: "2026-05-12",
    keywords: ["day", "event"],
  },
  dialect: {
    title: "Dialect",
    text: "`dialect: lectern` says that the text is written in this language. Import adds it where the text could be taken for another tool's.",
    knownFrom: [],
    values: [{ value: "lectern", text: "The language of this guide" }],
    byDefault: "told from the text",
    shown: "lectern",
    keywords: ["import", "detect", "convert", "marp", "slidev"],
  },
};

/** Settings of the whole deck. */
export const deckSettings: readonly ReferenceEntry[] = deckKeys.map((key) => {
  const facts = deckFacts[key];
  return settingEntry(`deck-${kebab(key)}`, key, {
    facts,
    scopes: ["deck"],
    example: `---\n${key}: ${facts.shown}\n---\n\n${facts.body ?? plainSlide}\n`,
  });
});
