import { htmlMarks } from "@/lib/deck/import/html-marks";
import type { Mark } from "@/lib/deck/import/unconverted-marks";

/** What of HTML in a deck of reveal.js' does nothing here. */
export const revealMarks: readonly Mark[] = [
  ...htmlMarks,
  {
    code: "import-auto-animate",
    pattern: /\bdata-(?:auto-animate|id)\b/g,
    says: ([what]) => `${what} animates between slides in reveal.js; it is kept and does nothing here.`,
    once: true,
  },
];
