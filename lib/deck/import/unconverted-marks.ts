import type { Notice, NoticeSeverity } from "@/lib/deck/deck";
import { maskCode } from "./masked-text";
import type { SourceText } from "./source-text";
import { nameUnconverted } from "./unconverted";

/** A way of writing that the deck language has no word for, and what to say of it. */
export interface Mark {
  readonly code: string;
  /** Global; looked for in what is text, line by line. */
  readonly pattern: RegExp;
  /** The sentence for a find; the match is given. */
  readonly says: (match: RegExpExecArray) => string;
  /** `warning` where readers will miss something. */
  readonly severity?: NoticeSeverity;
  /** Where to look: text (by default), or the info strings of fences. */
  readonly within?: "text" | "fences";
  /** Only the first find is named, with how many there are. */
  readonly once?: boolean;
}

/** Finds beyond these are counted in the last notice instead of having one each. */
const maxNoticesEach = 50;

/** Names everything in the text that one of the marks finds, in the order of the marks. */
export function nameMarks(source: SourceText, marks: readonly Mark[]): readonly Notice[] {
  const masked = maskCode(source.text, { comments: true }).split("\n");
  return marks.flatMap((mark) => nameMark(source, masked, mark));
}

function nameMark(
  source: SourceText,
  masked: readonly string[],
  { code, pattern, says, severity, within = "text", once = false }: Mark,
): readonly Notice[] {
  const finds: { readonly message: string; readonly start: number; readonly end: number }[] = [];
  let count = 0;
  for (const line of source.lines) {
    const text = within === "fences" ? line.info : line.kind === "text" ? masked[line.number - 1] : undefined;
    if (text === undefined || text === "") continue;
    const offset = line.start + (within === "fences" ? Math.max(0, line.text.lastIndexOf(text)) : 0);
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      count++;
      if (finds.length < (once ? 1 : maxNoticesEach)) {
        finds.push({ message: says(match), start: offset + match.index, end: offset + match.index + match[0].length });
      }
      if (match[0] === "") pattern.lastIndex++;
    }
  }
  const unnamed = count - finds.length;
  return finds.map(({ message, start, end }, index) => {
    const more = unnamed > 0 && index === finds.length - 1 ? ` (${unnamed} more like this.)` : "";
    return nameUnconverted(source, { code, message: `${message}${more}`, start, end, ...(severity === undefined ? {} : { severity }) });
  });
}
