import type { Mark } from "@/lib/deck/import/unconverted-marks";

/** What of HTML in a deck of reveal.js' does nothing here. */
export const revealMarks: readonly Mark[] = [
  {
    code: "import-script",
    pattern: /<script\b(?![^>]*text\/template)/g,
    says: () => "Scripts don't run here; this one is kept in the text.",
    severity: "warning",
  },
  {
    code: "import-frame",
    pattern: /<iframe\b[^>]*\bsrc=["'](?!(?:https?:)?\/\/(?:www\.youtube(?:-nocookie)?\.com|player\.vimeo\.com)\/)([^"']*)/g,
    says: ([, address]) => `The page ${address} can't be framed here; a link to it would show.`,
    severity: "warning",
  },
  {
    code: "import-auto-animate",
    pattern: /\bdata-(?:auto-animate|id)\b/g,
    says: ([what]) => `${what} animates between slides in reveal.js; it is kept and does nothing here.`,
    once: true,
  },
];
