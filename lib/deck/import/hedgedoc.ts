import { countLines, counted, found } from "./evidence";
import type { DialectReader } from "./dialect";

/** HedgeDoc, HackMD and CodiMD: reveal.js with `slideOptions`. */
export const hedgedoc: DialectReader = {
  name: "hedgedoc",
  label: "HedgeDoc or HackMD",
  detect: ({ lines, frontMatter }) => [
    ...found(frontMatter.values.slideOptions !== undefined, "`slideOptions`", 14),
    ...found(frontMatter.values.type === "slide", "`type: slide`", 12),
    ...counted(countLines(lines, /^:::(?:success|info|warning|danger|spoiler)/), "HackMD boxes", { each: 1, most: 4 }),
  ],
  convert: ({ text }) => ({ markdown: text, notices: [] }),
};
