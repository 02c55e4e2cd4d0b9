import type { ReferenceEntry } from "./entry";

/** What appears step by step. */
export const fragments: readonly ReferenceEntry[] = [
  {
    id: "pause",
    title: "A pause",
    text: "Three dots with spaces, `. . .`, on a line of their own: what follows appears with the next press of next.",
    knownFrom: ["Pandoc", "Quarto"],
    example: "## What is the slowest step?\n\nThink of a number.\n\n. . .\n\nIt was the linter.\n",
    keywords: ["fragment", "reveal", "v-click", "step", "appear", "incremental"],
    insert: { group: "Slide", label: "Pause", snippet: ". . .", place: "block" },
  },
  {
    id: "incremental-list",
    title: "A list, item by item",
    text: "Lists in an `incremental` box appear one item at a time. Where the front matter says `incremental: true` all lists do, but for those in a `nonincremental` box. `::: {.incremental depth=1}` leaves the items within items to theirs, and `every=2` shows two at a time.",
    knownFrom: ["Pandoc", "Quarto", "Slidev"],
    example: "## How it went\n\n::: incremental\n- First we measured\n- Then we threw away\n- Then we measured again\n:::\n",
    keywords: ["bullets", "build", "build-lists", "v-clicks", "fragment", "one by one"],
    insert: {
      group: "Slide",
      label: "List, item by item",
      snippet: "::: incremental\n- ${1:First}\n- ${2:Second}\n- ${3:Third}\n:::",
      place: "block",
    },
  },
  {
    id: "marp-lists",
    title: "Lists with * and 1)",
    text: "Where the front matter says `marp: true`, lists written with `*` or `1)` appear item by item and lists with `-` or `1.` at once, as Marp has it.",
    knownFrom: ["Marp"],
    example: "---\nmarp: true\n---\n\n## One by one\n\n* First we measured\n* Then we threw away\n* Then we measured again\n",
    keywords: ["asterisk", "bullets", "fragment"],
  },
  {
    id: "fragment-box",
    title: "Anything, later",
    text: "The class `fragment` makes anything wait for its press of next: a box, or an element in HTML.",
    knownFrom: ["reveal.js", "Quarto"],
    example: "## Two numbers\n\nForty-one minutes.\n\n::: fragment\nThree minutes and fifty seconds.\n:::\n",
    keywords: ["fragment", "v-click", "reveal", "step"],
  },
  {
    id: "fragment-leaving",
    title: "Anything that goes again",
    text: "With `fade-out` beside `fragment` something shows until its press of next, and with `fade-in-then-out` from its press to the next one. `semi-fade-out` dims it, `strike` strikes it out. On paper all of it shows.",
    knownFrom: ["reveal.js", "Quarto"],
    example: '## The plan\n\n<p class="fragment strike">Rewrite everything</p>\n\n<p class="fragment">Measure first</p>\n',
    keywords: ["fragment", "fade-out", "fade-in-then-out", "current-visible", "strike", "v-click.hide", "step"],
  },
  {
    id: "fragment-order",
    title: "In another order",
    text: "`fragment-index` says when something appears: those with the same number come together, the others by their numbers, before all that has none. In HTML it is `data-fragment-index`, and behind the steps of code `{at:2}`: its second step comes with that press. In a box `r-stack` things stand in one place.",
    knownFrom: ["reveal.js", "Quarto", "Slidev"],
    example:
      "## Who waits for whom\n\n::: {.fragment fragment-index=2}\nThe tests wait for the build.\n:::\n\n::: {.fragment fragment-index=1}\nThe build waits for the cache.\n:::\n",
    keywords: ["data-fragment-index", "order", "together", "v-after", "at", "v-switch", "r-stack", "step"],
  },
];
