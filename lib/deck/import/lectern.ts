import type { DialectReader, Evidence } from "./dialect";
import { counted, countLines, found } from "./evidence";
import type { SourceText } from "./source-text";

/** The deck language itself, and plain Markdown: nothing to convert. A deck that says `dialect: lectern` is not guessed at. */
export const lectern: DialectReader = {
  name: "lectern",
  label: "Lectern",
  detect: (source) => [
    ...found(statesLectern(source), "`dialect: lectern`", statedPoints),
    ...counted(countLines(source.lines, /<!--\s*_?(?:layout|hidden|duration):/), "settings of slides", { each: 2, most: 8 }),
    ...sharedWithMarp(source),
  ],
  convert: ({ text }) => ({ markdown: text, notices: [] }),
};

const statedPoints = 1_000;

/** True where the deck says that it is in the deck language: whoever imported it is done. */
export function statesLectern({ text, frontMatter }: SourceText): boolean {
  return /^dialect:[ \t]*["']?lectern\b/m.test(text.slice(0, frontMatter.length));
}

/** The deck language took these words from Marp: they speak for both alike. */
export function sharedWithMarp({ lines }: SourceText): readonly Evidence[] {
  const settings = /<!--\s*_?(?:class|paginate|header|footer|color|background(?:Color|Image|Position|Repeat|Size)):/;
  return [
    ...counted(countLines(lines, settings), "settings in comments", { each: 2, most: 6 }),
    ...counted(countLines(lines, /!\[(?:[^\]]*\s)?bg(?:\s[^\]]*)?\]\(/), "`![bg]` images", { each: 2, most: 6 }),
  ];
}
