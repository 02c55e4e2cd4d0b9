import { slideLayouts } from "@/lib/deck/deck";
import { slideKeys } from "@/lib/deck/settings";
import type { ReferenceEntry } from "./entry";
import { layoutFacts } from "./layouts";
import { transitionFacts } from "./deck-settings";
import { kebab, onOff, plainSlide, settingEntry, type Facts } from "./setting-entry";
import { slideClasses } from "./style";

type SlideKey = (typeof slideKeys)[number];

/** Every key that holds for slides. */
const slideFacts: Readonly<Record<SlideKey, Facts>> = {
  paginate: {
    title: "Page numbers",
    text: "Shows the number of the slide. `hold` shows the number of the slide before again, `skip` shows none and isn't counted.",
    knownFrom: ["Marp"],
    values: [
      ...onOff("The number shows", "It doesn't"),
      { value: "hold", text: "The number of the slide before" },
      { value: "skip", text: "None, and it isn't counted" },
    ],
    byDefault: "false",
    shown: "true",
    keywords: ["page number", "slide number", "slidenumbers", "folio"],
  },
  header: {
    title: "Header",
    text: "A line at the top of slides; Markdown may stand in it.",
    knownFrom: ["Marp"],
    free: "a line of Markdown",
    byDefault: "none",
    shown: "Build talk",
    keywords: ["top", "running head"],
  },
  footer: {
    title: "Footer",
    text: "A line at the foot of slides; Markdown may stand in it.",
    knownFrom: ["Marp", "Quarto", "Deckset"],
    free: "a line of Markdown",
    byDefault: "none",
    shown: "Build talk · *Lisbon*",
    keywords: ["bottom", "running foot", "copyright"],
  },
  layout: {
    title: "Layout",
    text: "How a slide is set out: see the layouts above.",
    knownFrom: ["Slidev"],
    values: slideLayouts.map((value) => ({ value, text: layoutFacts[value].text })),
    byDefault: "default; title where a slide is one heading",
    shown: "center",
    keywords: ["arrange", "template"],
  },
  class: {
    title: "Class",
    text: "Classes of the slide, for the deck's own style, for its scheme (`dark`, `light`, `invert`) and for where its text stands (`center`, `middle`, `lead`).",
    knownFrom: ["Marp", "Slidev", "remark"],
    values: slideClasses,
    free: "names with spaces between them",
    byDefault: "none",
    shown: "dark",
    keywords: ["css", "lead", "invert"],
  },
  hidden: {
    title: "Hidden",
    text: "Keeps a slide in the text and out of the talk.",
    knownFrom: ["Slidev"],
    values: onOff("Out of the talk", "In it"),
    byDefault: "false",
    shown: "true",
    keywords: ["hide", "disabled", "skip", "exclude"],
  },
  transition: {
    title: "Transition",
    text: "How this slide gives way to the next, instead of as the deck says.",
    knownFrom: ["Marp", "Slidev", "reveal.js"],
    values: transitionFacts,
    byDefault: "the deck's",
    shown: "push",
    keywords: ["animation", "motion", "effect"],
  },
  duration: {
    title: "Planned time",
    text: "How long the slide should take. The editor counts with it where it says how long the talk will be.",
    knownFrom: [],
    values: [
      { value: "30s", text: "Half a minute" },
      { value: "1m", text: "A minute" },
      { value: "2m", text: "Two" },
    ],
    free: "a time like 90s, 2m or 1m30s",
    byDefault: "not planned",
    shown: "90s",
    keywords: ["timer", "pace", "seconds", "minutes"],
  },
  color: {
    title: "Colour of the text",
    text: "Any CSS colour.",
    knownFrom: ["Marp"],
    free: "a CSS colour",
    byDefault: "the theme's",
    shown: "#7a1f0b",
    keywords: ["foreground", "font color"],
  },
  backgroundColor: {
    title: "Colour behind the text",
    text: "Any CSS colour.",
    knownFrom: ["Marp"],
    free: "a CSS colour",
    byDefault: "the theme's",
    shown: "#fdf1d8",
    keywords: ["background"],
  },
  backgroundImage: {
    title: "Picture or gradient behind the text",
    text: "A CSS gradient. For a picture of the deck `![bg](…)` is simpler.",
    knownFrom: ["Marp"],
    free: "CSS",
    byDefault: "the theme's",
    shown: "linear-gradient(to right, #fdf1d8, #f7c59f)",
    keywords: ["gradient", "background"],
  },
  backgroundPosition: {
    title: "Where the background stands",
    text: "As in CSS, for a background set with `backgroundImage`.",
    knownFrom: ["Marp"],
    free: "CSS",
    values: [
      { value: "center", text: "In the middle" },
      { value: "top", text: "At the top" },
      { value: "bottom", text: "At the foot" },
    ],
    byDefault: "center",
    shown: "bottom",
    keywords: ["background"],
  },
  backgroundRepeat: {
    title: "How the background repeats",
    text: "As in CSS, for a background set with `backgroundImage`.",
    knownFrom: ["Marp"],
    free: "CSS",
    values: [
      { value: "no-repeat", text: "Once" },
      { value: "repeat", text: "Over and over" },
      { value: "repeat-x", text: "In a row" },
    ],
    byDefault: "no-repeat",
    shown: "no-repeat",
    keywords: ["tile", "pattern"],
  },
  backgroundSize: {
    title: "How large the background is",
    text: "As in CSS, for a background set with `backgroundImage`.",
    knownFrom: ["Marp"],
    free: "CSS",
    values: [
      { value: "cover", text: "Fills the slide" },
      { value: "contain", text: "Shows all of it" },
    ],
    byDefault: "cover",
    shown: "contain",
    keywords: ["background"],
  },
};

/** Background details need a background to be seen with. */
const needsGradient: ReadonlySet<string> = new Set(["backgroundPosition", "backgroundRepeat", "backgroundSize"]);

/** Settings of slides. */
export const slideSettings: readonly ReferenceEntry[] = slideKeys.map((key) => {
  const facts = slideFacts[key];
  const gradient = needsGradient.has(key) ? "<!-- _backgroundImage: linear-gradient(#fdf1d8, #f7c59f) -->\n" : "";
  return settingEntry(`slide-${kebab(key)}`, key, {
    facts,
    // A duration in the front matter is the talk's, a transition all slides': they have entries of their own.
    scopes: key === "duration" ? ["slide"] : key === "transition" ? ["onward", "slide"] : ["deck", "onward", "slide"],
    example: `${gradient}<!-- _${key}: ${facts.shown} -->\n\n${facts.body ?? plainSlide}\n`,
  });
});
