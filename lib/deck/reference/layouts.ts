import { slideLayouts, type SlideLayout } from "@/lib/deck/deck";
import type { ReferenceEntry } from "./entry";

interface LayoutFacts {
  readonly title: string;
  readonly text: string;
  /** What a new slide of this layout begins with, as a snippet; the example is its text. */
  readonly body: string;
  readonly example: string;
  readonly keywords: readonly string[];
}

/** Every layout; the type checker misses one that is added to the language and not here. */
export const layoutFacts: Readonly<Record<SlideLayout, LayoutFacts>> = {
  default: {
    title: "Plain",
    text: "A heading at the top and what you write under it. It is what slides have where nothing is said.",
    body: "## ${1:Title}\n\n$0",
    example: "## What we promised\n\n- One command on a fresh laptop\n- Four minutes to a verdict\n- No test thrown away",
    keywords: ["normal", "standard"],
  },
  title: {
    title: "Title",
    text: "The first slide of a talk, large. A slide of one heading alone gets it by itself.",
    body: "# ${1:Title}\n\n${2:Subtitle}",
    example: "# From forty minutes to four\n\nAna Ruiz and Ben Okafor",
    keywords: ["cover", "intro"],
  },
  section: {
    title: "Section",
    text: "The beginning of a new part of the talk.",
    body: "# ${1:Part}",
    example: "# The wait",
    keywords: ["chapter", "divider", "part"],
  },
  center: {
    title: "Centred",
    text: "Everything in the middle of the slide, across and down.",
    body: "## ${1:Title}\n\n$0",
    example: "## One thing to remember\n\nA build is a conversation.",
    keywords: ["centre", "middle", "align"],
  },
  quote: {
    title: "Quote",
    text: "Somebody's words, large. The last line of the quote names who said them.",
    body: "> ${1:Words}\n>\n> — ${2:who said them}",
    example: "> I stopped batching my changes the day the build got faster than my doubt.\n>\n> — a back-end engineer, week nine",
    keywords: ["citation", "blockquote"],
  },
  statement: {
    title: "Statement",
    text: "One sentence, as large as it will go.",
    body: "# ${1:One sentence}",
    example: "# Answer while they still remember the question.",
    keywords: ["big text", "fact", "fit"],
  },
  "image-left": {
    title: "Picture on the left",
    text: "The slide's first picture fills its left side, the rest stands beside it.",
    body: "## ${1:Title}\n\n![${2:What the picture shows}](${3:picture.jpg})",
    example: "## The harbour\n\n![Boats at anchor under a low sun](harbour.jpg)\n\nWhere we went when the build was done.",
    keywords: ["image", "split"],
  },
  "image-right": {
    title: "Picture on the right",
    text: "The slide's first picture fills its right side, the rest stands beside it.",
    body: "## ${1:Title}\n\n![${2:What the picture shows}](${3:picture.jpg})",
    example: "## The ridge\n\n![Three mountain ridges, one behind the other](mountains.jpg)\n\nSeen from where the path begins.",
    keywords: ["image", "split"],
  },
  "two-columns": {
    title: "Two columns",
    text: "Two columns of the same width under the heading; what goes into each stands in a `::: column` box.",
    body: "## ${1:Title}\n\n::: columns\n::: column\n${2:Left}\n:::\n::: column\n${3:Right}\n:::\n:::",
    example:
      "## Before and after\n\n::: columns\n::: column\n**Before**\n\n- 41 min to a verdict\n- 3 queues\n:::\n::: column\n**After**\n\n- 3 min 50 s\n- 1 queue\n:::\n:::",
    keywords: ["two-cols", "side by side", "compare"],
  },
  full: {
    title: "Full",
    text: "No margins: the content takes the whole slide. For a picture or a diagram that needs all the room.",
    body: "![${1:What the picture shows}](${2:picture.jpg})",
    example: "![Three mountain ridges, one behind the other](mountains.jpg)",
    keywords: ["full bleed", "edge to edge", "none"],
  },
};

/** The layouts in the language's own order. */
export const layouts: readonly ReferenceEntry[] = slideLayouts.map((layout) => {
  const { title, text, body, example, keywords } = layoutFacts[layout];
  return {
    id: `layout-${layout}`,
    title,
    text,
    knownFrom: ["Slidev"],
    example: `<!-- _layout: ${layout} -->\n\n${example}\n`,
    keywords: ["layout", layout, ...keywords],
    insert: { group: "Layout", label: title, snippet: `<!-- _layout: ${layout} -->\n\n${body}`, place: "layout" },
  };
});
