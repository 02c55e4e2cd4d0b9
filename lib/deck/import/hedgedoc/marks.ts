import type { Mark } from "@/lib/deck/import/unconverted-marks";

/** What of HedgeDoc's and HackMD's Markdown stays as it was written. */
export const hedgedocMarks: readonly Mark[] = [
  {
    code: "import-toc",
    pattern: /^\[TOC\]\s*$/gi,
    says: () => "[TOC] is filled in by HedgeDoc; here it shows as it is written.",
    severity: "warning",
  },
  {
    code: "import-embed",
    pattern: /\{%[ \t]*(?!youtube\b|vimeo\b)(\w+)[^%\n]*%\}/gi,
    says: ([what, kind = ""]) =>
      /^(?:gist|slideshare|speakerdeck|hackmd|pdf|figma)$/i.test(kind)
        ? `HedgeDoc shows this ${kind} on the slide; here it is a link to it.`
        : `${what} is filled in by HedgeDoc; here it shows as it is written.`,
  },
  {
    code: "import-quote-tags",
    pattern: /\[color=[^\]\n]*\]/g,
    says: ([what]) => `${what} colours the edge of a quote in HedgeDoc; here only its author's name has that colour.`,
    once: true,
  },
  { code: "import-abbreviation", pattern: /^\*\[[^\]\n]+\]:.*$/g, says: () => "Abbreviations have no word here; the line shows as it is written." },
  {
    code: "import-diagram",
    pattern: /^(?:sequence|flow|graphviz|abc|plantuml|vega|vega-lite|geo|fretboard|markmap)\b.*/g,
    within: "fences",
    says: ([what]) => `HedgeDoc draws ${what}; here its source shows.`,
    severity: "warning",
  },
  { code: "import-csv", pattern: /^csvpreview\b.*/g, within: "fences", says: () => "HedgeDoc shows this as a table; here its text shows." },
  {
    code: "import-line-numbers",
    pattern: /^[\w+#-]*=\+\s*$/g,
    within: "fences",
    says: ([what]) => `"${what}" goes on counting the lines of the block before in HedgeDoc; here each counts from 1.`,
    once: true,
  },
  { code: "import-icon", pattern: /<i class="fa[^"]*"/g, says: () => "Font Awesome's icons aren't here; this shows nothing.", once: true },
];
