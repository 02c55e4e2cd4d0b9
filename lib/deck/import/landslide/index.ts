import { htmlMarks } from "@/lib/deck/import/html-marks";
import { nameMarks } from "@/lib/deck/import/unconverted-marks";
import type { DialectReader } from "@/lib/deck/import/dialect";
import { counted, countLines, found } from "@/lib/deck/import/evidence";
import { endVoidTags } from "@/lib/deck/import/void-tags";
import { describeConfig, isLandslideConfig } from "./config";
import { rewriteBlocks } from "./blocks";
import { rewriteLines } from "./lines";

/** Landslide and Darkslide: presenter notes, macros, `!lang` blocks. The deck language knows most of it as it is. */
export const landslide: DialectReader = {
  name: "landslide",
  label: "Landslide",
  detect: ({ text, lines }) => [
    ...found(isLandslideConfig(text), "a `[landslide]` configuration", 20),
    ...counted(countLines(lines, /^\.(?:fx|notes|qr): /), "`.fx:`, `.notes:` or `.qr:` lines", { each: 4, most: 9 }),
    ...counted(countLines(lines, /^#+ *presenter notes *#*$/i), '"Presenter Notes" headings', { each: 4, most: 9 }),
    ...counted(lines.filter(({ text: line, kind }, index) => isMarker(line, kind, lines[index - 1]?.kind)).length, "`!lang` code blocks", {
      each: 4,
      most: 9,
    }),
    ...counted(countLines(lines, /^\[comment\]: <> \(/), "`[comment]: <> (…)` lines", { each: 2, most: 6 }),
    ...found(isUnderlined(lines), "underlined headings, and no tool's own words", 4),
  ],
  convert(source) {
    if (isLandslideConfig(source.text)) return describeConfig(source);
    const { lines, notices } = rewriteLines(source);
    const body = endVoidTags(rewriteBlocks(lines));
    return { markdown: source.text.slice(0, source.frontMatter.length) + body, notices: [...notices, ...nameMarks(source, htmlMarks)] };
  },
};

/** The first line of an indented block. */
function isMarker(line: string, kind: string, before: string | undefined): boolean {
  return kind === "indented" && before !== "indented" && /^(?: {4}|\t)!(?:[a-z][\w+#.-]*|\{\{\w+\}\})\s*$/i.test(line);
}

/** Decks of its time underline most headings, and Landslide has no word of its own for anything else. */
function isUnderlined(lines: readonly { readonly text: string; readonly kind: string }[]): boolean {
  let underlined = 0;
  let breaks = 0;
  for (const [index, { text, kind }] of lines.entries()) {
    if (kind !== "text") continue;
    if (/^={3,}\s*$/.test(text) && lines[index - 1]?.kind === "text") underlined++;
    if (/^-{3,}\s*$/.test(text) && lines[index - 1]?.kind === "blank") breaks++;
  }
  return underlined >= 3 && breaks >= 2;
}
