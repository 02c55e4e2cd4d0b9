import type { ReferenceEntry, SettingValue } from "./entry";

/** Names after `:::` that mean something by themselves; any other is a class for the deck's own style. */
export const boxNames: readonly SettingValue[] = [
  { value: "columns", text: "Holds columns, side by side" },
  { value: "column", text: "One column; `{width=40%}` gives it a share" },
  { value: "box", text: "A tinted box" },
  { value: "card", text: "A tinted box; several in columns have one height" },
  { value: "incremental", text: "Lists in it appear item by item" },
  { value: "nonincremental", text: "Lists in it appear at once, whatever the deck says" },
  { value: "fragment", text: "Appears with a press of next" },
];

/** What stands after `> [!`. */
export const alertKinds: readonly SettingValue[] = [
  { value: "NOTE", text: "Worth knowing, even when skimming" },
  { value: "TIP", text: "A way to do it better or more easily" },
  { value: "IMPORTANT", text: "Needed to get it right" },
  { value: "WARNING", text: "Wants attention now" },
  { value: "CAUTION", text: "What may go wrong" },
];

/** Things that stand in frames, or beside each other. */
export const boxes: readonly ReferenceEntry[] = [
  {
    id: "columns",
    title: "Columns",
    text: "Boxes named `column` inside a box named `columns` stand side by side. `{width=40%}` gives one its share; the others divide what is left.",
    knownFrom: ["Pandoc", "Quarto"],
    example:
      "## Two thirds and one\n\n::: columns\n::: column {width=65%}\nThe words take most of the slide. They are what people will remember, so they get the room.\n:::\n::: column\n**41 min**\n\nbefore\n\n**4 min**\n\nafter\n:::\n:::\n",
    keywords: ["side by side", "grid", "two-cols", "multi-column"],
    insert: {
      group: "Text",
      label: "Columns",
      snippet: "::: columns\n::: column\n${1:Left}\n:::\n::: column\n${2:Right}\n:::\n:::",
      place: "block",
    },
  },
  {
    id: "boxes",
    title: "Boxes",
    text: "`::: name` opens a box and `:::` closes it; the name becomes its class. `box` and `card` have a look in every theme. A box that nobody closed ends with its slide.",
    knownFrom: ["Pandoc", "Quarto", "Obsidian"],
    example: "## What stays\n\n::: box\n**One rule.** Whatever a build needs is named in the repository.\n:::\n\nEverything else may change.\n",
    keywords: ["div", "container", "fenced div", "card", "panel", "frame", "class"],
    insert: { group: "Text", label: "Box", snippet: "::: box\n${1:Words}\n:::", place: "block" },
  },
  {
    id: "alerts",
    title: "Notes and warnings",
    text: "A quote that begins with `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]` or `[!CAUTION]` is set as what it says.",
    knownFrom: ["GitHub", "Obsidian"],
    example:
      "## Before you try this\n\n> [!WARNING]\n> The cache is shared. Two people who empty it at once will wait for each other.\n\n> [!TIP]\n> Name the step, and only that one is run again.\n",
    keywords: ["alert", "admonition", "callout", "info", "hint", "danger"],
    insert: { group: "Text", label: "Alert", snippet: "> [!${1|NOTE,TIP,IMPORTANT,WARNING,CAUTION|}]\n> ${2:Words}", place: "block" },
  },
];
