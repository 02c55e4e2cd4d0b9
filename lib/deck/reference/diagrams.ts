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
];
