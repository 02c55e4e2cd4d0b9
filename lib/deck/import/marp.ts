import { countLines, counted, found } from "./evidence";
import type { DialectReader } from "./dialect";

/** Marp: directives in comments, image keywords. */
export const marp: DialectReader = {
  name: "marp",
  label: "Marp",
  detect: ({ lines, frontMatter }) => [
    ...found(frontMatter.values.marp === true, "`marp: true`", 12),
    ...counted(countLines(lines, /^!\[[^\]]*\bbg\b[^\]]*\]\(/), "`![bg]` images", { each: 2, most: 8 }),
  ],
  convert: ({ text }) => ({ markdown: text, notices: [] }),
};
