import { countLines, counted, found } from "./evidence";
import type { DialectReader } from "./dialect";

/** Pandoc and Quarto: fenced divs, attributes in braces, pauses. */
export const pandoc: DialectReader = {
  name: "pandoc",
  label: "Pandoc or Quarto",
  detect: ({ lines, frontMatter }) => [
    ...found(/revealjs|beamer|slidy|pptx/.test(JSON.stringify(frontMatter.values.format ?? frontMatter.values.output ?? "")), "a slide `format`", 10),
    ...counted(countLines(lines, /^#{1,2} .*\{[.#][^}]*\}\s*$/), "headings with attributes", { each: 2, most: 8 }),
  ],
  convert: ({ text }) => ({ markdown: text, notices: [] }),
};
