import type { Notice, NoticeSeverity } from "@/lib/deck/deck";
import { mayFindInLines } from "./line-patterns";
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
  const texts: Place[] = [];
  const infos: Place[] = [];
  for (const { kind, number, start, text, info = "" } of source.lines) {
    const shown = kind === "text" ? (masked[number - 1] ?? "") : "";
    if (shown !== "") texts.push({ text: shown, start });
    if (info !== "") infos.push({ text: info, start: start + Math.max(0, text.lastIndexOf(info)) });
  }
  const within = { text: gather(texts), fences: gather(infos) };
  return marks.flatMap((mark) => nameMark(source, within[mark.within ?? "text"], mark));
}

/** A line's text, or a fence's info, and where that stands. */
interface Place {
  readonly text: string;
  readonly start: number;
}

interface Places {
  readonly places: readonly Place[];
  readonly together: string;
}

function gather(places: readonly Place[]): Places {
  return { places, together: places.map(({ text }) => text).join("\n") };
}

function nameMark(source: SourceText, { places, together }: Places, { code, pattern, says, severity, once = false }: Mark): readonly Notice[] {
  const finds: { readonly message: string; readonly start: number; readonly end: number }[] = [];
  let count = 0;
  for (const { text, start: offset } of mayFindInLines(together, pattern) ? places : []) {
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
