import type { ReferenceEntry } from "./entry";

/** How a text becomes slides. */
export const slides: readonly ReferenceEntry[] = [
  {
    id: "slide-break",
    title: "A new slide",
    text: "Three dashes between empty lines end a slide and begin the next one. `***` and `___` do the same. Dashes inside code, comments, lists and quotes break nothing.",
    knownFrom: ["Marp", "Slidev", "reveal.js", "Landslide", "remark", "Pandoc"],
    example: "## Before\n\n- one slide\n- one thought\n\n---\n\n## After\n\n- the next one\n",
    keywords: ["break", "separator", "thematic break", "horizontal rule", "hr", "split", "page"],
    insert: { group: "Slide", label: "New slide", snippet: "---\n\n## ${1:Title}\n\n$0", place: "block" },
  },
  {
    id: "title-slide",
    title: "A title slide",
    text: "A slide whose only content is one heading is set as a title. On the first slide a subtitle may stand under it.",
    knownFrom: ["Landslide"],
    example: "# From forty minutes to four\n\nHow a team of six got its build back\n\n---\n\n# Questions?\n",
    keywords: ["cover", "first slide", "subtitle"],
  },
  {
    id: "visible-rule",
    title: "A line on the slide",
    text: "Three dashes are taken by slide breaks. For a line that shows, write `<hr>`.",
    knownFrom: ["HTML"],
    example: "## Before lunch\n\nThree talks.\n\n<hr>\n\nAfter lunch the workshops begin.\n",
    keywords: ["rule", "divider", "separator"],
    insert: { group: "Text", label: "Line", snippet: "<hr>", place: "block" },
  },
  {
    id: "front-matter",
    title: "Settings of the deck",
    text: "Lines of `key: value` between two `---` lines at the very top of the text set up the deck. Settings of slides written there hold for all slides.",
    knownFrom: ["Marp", "Slidev", "HedgeDoc", "Pandoc"],
    example:
      "---\ntitle: A short history of waiting\ntheme: lectern\npaginate: true\nfooter: Build talk\n---\n\n## Settings stand at the top\n\n- The page number comes from there\n- So does the footer\n",
    keywords: ["yaml", "frontmatter", "header", "headmatter", "metadata", "configuration"],
  },
  {
    id: "slide-settings",
    title: "Settings of slides",
    text: "A comment with `key: value` holds for its slide and all after it. With an underscore, `_key: value`, it holds for its slide alone. Each setting stands on a line of its own.",
    knownFrom: ["Marp"],
    example:
      "<!-- footer: From here on -->\n<!-- _backgroundColor: #fdf1d8 -->\n\n## This slide\n\n- has a colour of its own\n- has a footer\n\n---\n\n## The next one\n\n- keeps the footer\n",
    keywords: ["directive", "comment", "local", "spot", "scoped"],
  },
  {
    id: "hidden-slide",
    title: "A hidden slide",
    text: "`_hidden: true` keeps a slide in the text and out of the talk: it is neither presented nor published nor exported.",
    knownFrom: ["Slidev"],
    example:
      "## What it costs\n\n- One machine\n- Two days of work\n\n---\n\n<!-- _hidden: true -->\n\n## In reserve\n\n- For the question that may come\n",
    keywords: ["hide", "skip", "disabled", "draft", "backup", "exclude"],
    insert: { group: "Slide", label: "Hide this slide", snippet: "<!-- _hidden: true -->", place: "layout" },
  },
];
