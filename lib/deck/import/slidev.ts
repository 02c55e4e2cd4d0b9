import { countLines, counted, found } from "./evidence";
import type { DialectReader } from "./dialect";

/** Slidev: front matter on slides, slots, `v-click`. */
export const slidev: DialectReader = {
  name: "slidev",
  label: "Slidev",
  detect: ({ lines, frontMatter }) => [
    ...found(frontMatter.values.mdc !== undefined || frontMatter.values.drawings !== undefined, "Slidev settings", 6),
    ...counted(countLines(lines, /<v-clicks?\b|\bv-click\b/), "`v-click`", { each: 3, most: 12 }),
  ],
  convert: ({ text }) => ({ markdown: text, notices: [] }),
};
