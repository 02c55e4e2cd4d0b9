import type { Mark } from "./unconverted-marks";

/** What of HTML the sanitizer leaves out, whatever a deck is written in. */
export const htmlMarks: readonly Mark[] = [
  {
    code: "import-script",
    pattern: /<script\b(?![^>]*text\/template)/g,
    says: () => "Scripts don't run here; this one is kept in the text.",
    severity: "warning",
  },
  {
    code: "import-frame",
    pattern: /<iframe\b[^>]*\bsrc=["']?(?!["']?(?:https?:)?\/\/(?:www\.youtube(?:-nocookie)?\.com|player\.vimeo\.com)\/)([^"'\s>]*)/g,
    says: ([, address]) => `The page ${address} can't be framed here; a link to it would show.`,
    severity: "warning",
  },
];
