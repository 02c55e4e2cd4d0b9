import type { ReferenceEntry } from "./entry";

/** Plain Markdown, as code hosts have it. */
export const text: readonly ReferenceEntry[] = [
  {
    id: "words",
    title: "Words",
    text: "`**strong**`, `*emphasis*`, `~~struck~~`, `` `code` `` and `[links](https://…)` are what they are everywhere. An empty line begins a new paragraph.",
    knownFrom: ["Markdown"],
    example:
      "## Courage\n\nThe answers were not about speed. They were about **courage**: *smaller* changes, ~~fewer~~ no branches, and `git push` before lunch.\n\nRead [how GitHub writes Markdown](https://docs.github.com/en/get-started/writing-on-github).\n",
    keywords: ["bold", "italic", "strikethrough", "link", "paragraph", "inline code", "autolink", "heading"],
  },
  {
    id: "fit-headings",
    title: "A heading as wide as the slide",
    text: "`<!-- fit -->` in a heading sets it as large as its words let it be on one line.",
    knownFrom: ["Marp"],
    example: "# <!-- fit --> Four minutes\n\n- from push to answer\n- on the same machines\n",
    keywords: ["big", "large", "headline", "size", "auto scale"],
    insert: { group: "Text", label: "Heading as wide as the slide", snippet: "# <!-- fit --> ${1:Few words}", place: "block" },
  },
  {
    id: "lists",
    title: "Lists",
    text: "`-` begins an item, `1.` a numbered one. Items indented by two or more spaces stand one level down.",
    knownFrom: ["Markdown"],
    example:
      "## What we promised\n\n1. One command on a fresh laptop\n2. Four minutes to a verdict\n   - from push to answer\n   - on the same machines\n3. No test thrown away\n",
    keywords: ["bullets", "numbered", "ordered", "items"],
    insert: { group: "Text", label: "List", snippet: "- ${1:First}\n- ${2:Second}\n- ${3:Third}", place: "block" },
  },
  {
    id: "task-lists",
    title: "Task lists",
    text: "`- [x]` is done, `- [ ]` is not.",
    knownFrom: ["GitHub"],
    example: "## Before the talk\n\n- [x] Slides\n- [x] Clicker\n- [ ] Water\n",
    keywords: ["checkbox", "todo", "checklist"],
    insert: { group: "Text", label: "Task list", snippet: "- [ ] ${1:To do}\n- [x] ${2:Done}", place: "block" },
  },
  {
    id: "tables",
    title: "Tables",
    text: "Cells stand between bars. Colons in the line under the head align a column: `:---` left, `---:` right, `:---:` in the middle.",
    knownFrom: ["GitHub"],
    example:
      "## Where the minutes went\n\n| Step | Before | After |\n| :--- | ---: | ---: |\n| Install | 6:10 | 0:12 |\n| Lint | 3:05 | 0:09 |\n| Tests | 22:50 | 2:28 |\n",
    keywords: ["grid", "cells", "rows", "align"],
    insert: {
      group: "Code and data",
      label: "Table",
      snippet: "| ${1:Step} | ${2:Before} | ${3:After} |\n| :--- | ---: | ---: |\n| ${4:Install} | ${5:6:10} | ${6:0:12} |",
      place: "block",
    },
  },
  {
    id: "footnotes",
    title: "Footnotes",
    text: "`[^1]` refers to a note and `[^1]: words` is the note. It shows at the foot of every slide that refers to it, wherever in the deck it is written.",
    knownFrom: ["GitHub", "Pandoc"],
    example: "## The number\n\n- Four minutes, nine times out of ten[^1]\n- Forty-one before\n\n[^1]: Measured in May over 2,310 builds.\n",
    keywords: ["reference", "source", "citation"],
    insert: { group: "Text", label: "Footnote", snippet: "[^${1:1}]: ${2:Where this is from}", place: "block" },
  },
  {
    id: "emoji",
    title: "Emoji",
    text: "A name between colons is its emoji, as on code hosts: `:rocket:`. A name that nobody knows stays as it is written.",
    knownFrom: ["GitHub", "Marp"],
    example: "## Shipped :rocket:\n\n- The queue is empty :tada:\n- It is only noon :coffee:\n",
    keywords: ["smiley", "shortcode", "icon"],
    insert: { group: "Text", label: "Emoji", snippet: ":${1:rocket}:$0", place: "inline" },
  },
  {
    id: "line-breaks",
    title: "Line breaks",
    text: "A line end inside a paragraph is a space. A backslash at its end breaks the line, and `breaks: true` in the front matter makes every line end a break.",
    knownFrom: ["Markdown", "HedgeDoc"],
    example: "---\nbreaks: true\n---\n\n## Where\n\nRoom 12\nSecond floor\nNext to the coffee\n\nDoors open at nine.\n",
    keywords: ["newline", "br", "break"],
  },
];
