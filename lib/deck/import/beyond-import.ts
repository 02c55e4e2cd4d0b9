import { holdsLongCrowd } from "@/lib/deck/limits";
import type { Notice } from "@/lib/deck/deck";
import type { SourceText } from "./source-text";
import { nameUnconverted } from "./unconverted";

/** Lines of a text that is converted; a course of a hundred hours has some thousands. */
const maxImportLines = 40_000;

/** True where a text has more than can be converted in good time: it comes over as it is. */
export function isBeyondImport({ text, lines }: Pick<SourceText, "text" | "lines">): boolean {
  return lines.length > maxImportLines || holdsLongCrowd(text);
}

export function nameBeyondImport(source: SourceText): Notice {
  return nameUnconverted(source, {
    code: "import-too-long",
    message: "This text has more lines or marks than any talk, so it came over as it is. Part it, and import its parts one by one.",
    start: 0,
    end: source.lines[0]?.text.length ?? 0,
    severity: "warning",
  });
}
