import { countLines, counted } from "./evidence";
import type { DialectReader } from "./dialect";

/** Deckset: settings without fences, `^` notes, image keywords. */
export const deckset: DialectReader = {
  name: "deckset",
  label: "Deckset",
  detect: ({ lines }) => [...counted(countLines(lines, /^\^ ?\S/), "`^` notes", { each: 2, most: 9 })],
  convert: ({ text }) => ({ markdown: text, notices: [] }),
};
