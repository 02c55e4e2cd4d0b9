import { countLines, counted, found } from "./evidence";
import type { DialectReader } from "./dialect";

/** The deck language itself, and plain Markdown: nothing to convert. A deck that says `dialect: lectern` is not guessed at. */
export const lectern: DialectReader = {
  name: "lectern",
  label: "Lectern",
  detect: ({ text, lines, frontMatter }) => [
    ...found(/^dialect:[ \t]*["']?lectern\b/m.test(text.slice(0, frontMatter.length)), "`dialect: lectern`", 1_000),
    ...counted(countLines(lines, /<!--\s*_?(?:layout|hidden|duration):/), "settings of slides", { each: 2, most: 8 }),
  ],
  convert: ({ text }) => ({ markdown: text, notices: [] }),
};
