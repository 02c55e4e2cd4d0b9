import { countLines, counted } from "./evidence";
import type { DialectReader } from "./dialect";

/** Landslide and Darkslide: presenter notes, macros, `!lang` blocks. */
export const landslide: DialectReader = {
  name: "landslide",
  label: "Landslide",
  detect: ({ lines }) => [
    ...counted(countLines(lines, /^\.(?:fx|notes|qr): /), "`.fx:`, `.notes:` or `.qr:` lines", { each: 4, most: 9 }),
    ...counted(countLines(lines, /^#+ *presenter notes *#*$/i), '"Presenter Notes" headings', { each: 4, most: 9 }),
  ],
  convert: ({ text }) => ({ markdown: text, notices: [] }),
};
