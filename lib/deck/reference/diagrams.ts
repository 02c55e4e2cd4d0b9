import type { ReferenceEntry } from "./entry";

/** Formulas, diagrams, charts, codes to scan. */
export const diagrams: readonly ReferenceEntry[] = [
  {
    id: "math",
    title: "Formulas",
    text: "TeX between dollars, `$e^{i\\pi}$`, stands in the line; between double dollars it stands alone. A dollar followed by a space is a dollar, and `math: false` in the front matter makes all of them dollars.",
    knownFrom: ["Marp", "Pandoc", "Slidev"],
    example: "## What a queue costs\n\nWith load $\\rho$ and service time $S$ the wait is\n\n$$\nW = \\frac{\\rho}{1 - \\rho} \\cdot S\n$$\n",
    keywords: ["katex", "latex", "tex", "equation", "formula", "dollar"],
    insert: {
      group: "Code and data",
      label: "Formula",
      snippet: "\\$\\$\n${1:W = \\\\frac{\\\\rho\\}{1 - \\\\rho\\} \\\\cdot S}\n\\$\\$",
      place: "block",
    },
  },
  {
    id: "mermaid",
    title: "Diagrams",
    text: "A block of ```` ```mermaid ```` is drawn: flow charts, sequences, states, timelines. Public pages and files carry the finished drawing.",
    knownFrom: ["Slidev", "GitHub", "HedgeDoc"],
    example:
      "## From push to verdict\n\n```mermaid\nflowchart LR\n  push[Push] --> plan{Changed?}\n  plan -- yes --> test[Test] --> verdict([Verdict])\n  plan -- no --> verdict\n```\n",
    keywords: ["mermaid", "flowchart", "sequence", "graph", "uml", "gantt", "drawing"],
    insert: {
      group: "Code and data",
      label: "Diagram",
      snippet: "```mermaid\nflowchart LR\n  ${1:push[Push] --> test[Test] --> verdict([Verdict])}\n```",
      place: "block",
    },
  },
  {
    id: "chart",
    title: "Charts",
    text: "A block of ```` ```chart ```` draws the table in it: names in the first row and the first column, numbers in the rest. After `chart` stand its kind (`bar`, `line`, `area`, `pie`, `donut`), `{stacked}` or `{horizontal}`, and a title in brackets.",
    knownFrom: ["Obsidian", "HackMD"],
    example:
      "## Where the minutes went\n\n```chart bar [Minutes by step]\nStep, Before, After\nInstall, 6.2, 0.2\nLint, 3.1, 0.2\nTests, 22.8, 2.5\n```\n",
    keywords: ["graph", "plot", "csv", "bars", "pie", "line", "data"],
    insert: {
      group: "Code and data",
      label: "Chart",
      snippet: "```chart ${1|bar,line,area,pie,donut|} [${2:Minutes by step}]\n${3:Step, Before, After\nInstall, 6.2, 0.2\nTests, 22.8, 2.5}\n```",
      place: "block",
    },
  },
  {
    id: "qr",
    title: "QR codes",
    text: "A block of ```` ```qr ```` around an address is a code to scan. A number after `qr` is its size, words in brackets stand under it. Landslide's `.qr: 300|https://…` does the same.",
    knownFrom: ["Landslide"],
    example: "## Slides and code\n\n```qr 300 [Scan for the slides]\nhttps://example.org/build-talk\n```\n",
    keywords: ["qrcode", "scan", "link", "phone", ".qr", "barcode"],
    insert: { group: "Code and data", label: "QR code", snippet: "```qr\n${1:https://example.org}\n```", place: "block" },
  },
];
