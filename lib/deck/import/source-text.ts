import { readFrontMatter, type FrontMatterBlock } from "@/lib/deck/front-matter";
import { lineStarts } from "@/lib/deck/positions";
import { readSourceLines, type SourceLine } from "./source-lines";

/** A text to import, read once for all dialects: LF line ends, its lines, and YAML front matter where it has some. */
export interface SourceText {
  readonly text: string;
  /** All lines, those of the front matter with `kind: "frontMatter"`. */
  readonly lines: readonly SourceLine[];
  readonly frontMatter: FrontMatterBlock;
  /** The text after the front matter. */
  readonly body: string;
  /** Offsets at which lines start. */
  readonly starts: readonly number[];
}

/** Reads a text with LF line ends. */
export function readSourceText(text: string): SourceText {
  const frontMatter = readFrontMatter(text);
  return { text, lines: readSourceLines(text, frontMatter.length), frontMatter, body: text.slice(frontMatter.length), starts: lineStarts(text) };
}
