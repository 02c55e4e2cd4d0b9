import { countLines, counted, found } from "./evidence";
import type { DialectReader } from "./dialect";

/** reveal.js Markdown and reveal-md: `Note:`, vertical stacks, attributes in comments. */
export const reveal: DialectReader = {
  name: "reveal",
  label: "reveal.js",
  detect: ({ lines, frontMatter }) => [
    ...found(frontMatter.values.revealOptions !== undefined, "`revealOptions`", 10),
    ...counted(countLines(lines, /<!--\s*\.(?:slide|element):/), "`.slide:` or `.element:` comments", { each: 3, most: 9 }),
    ...counted(countLines(lines, /^notes?:/i), "`Note:` lines", { each: 1, most: 5 }),
  ],
  convert: ({ text }) => ({ markdown: text, notices: [] }),
};
