import { countLines, counted } from "./evidence";
import type { DialectReader } from "./dialect";

/** remark: `???` notes, `--` increments, properties, `.class[…]`. */
export const remark: DialectReader = {
  name: "remark",
  label: "remark",
  detect: ({ lines }) => [
    ...counted(countLines(lines, /^\?\?\?\s*$/), "`???` lines", { each: 3, most: 9 }),
    ...counted(countLines(lines, /(?:^|\s)(?:\.[a-zA-Z_-][\w-]*)+\[/), "`.class[…]`", { each: 1, most: 6 }),
    ...counted(countLines(lines, /^(?:class|layout|template|count|background-image|name): /), "slide properties", { each: 1, most: 6 }),
  ],
  convert: ({ text }) => ({ markdown: text, notices: [] }),
};
