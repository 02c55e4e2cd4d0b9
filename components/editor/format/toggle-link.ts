import { isUntouchable, type FormatInput, type Formatted, type TextSelection } from "@/components/editor/format/text-format";
import type { TextEdit } from "@/lib/deck";

const link = /\[([^[\]\n]*)\]\(([^()\n]*)\)/g;
const address = /^(?:https?:\/\/|mailto:|#|\/)\S*$/;
const placeholder = "https://";

/**
 * Makes the selection (or the word at the caret) a link, its address selected to be typed over; a selected address
 * becomes the link's own. Inside a link it takes the link off and leaves its words. One selection only: an address
 * is written for one link at a time.
 */
export function toggleLink({ text, selections, untouchable }: FormatInput): Formatted {
  const [first] = selections;
  if (first === undefined || isUntouchable(untouchable, first)) return { edits: [], selections };
  const around = linkAround(text, first);
  if (around?.isPicture === true) return { edits: [], selections };
  if (around !== undefined) {
    const edit: TextEdit = { start: around.start, end: around.end, text: around.words };
    return { edits: [edit], selections: [{ start: around.start, end: around.start + around.words.length }] };
  }
  const part = first.start === first.end ? wordAt(text, first.start) : first;
  const words = text.slice(part.start, part.end);
  if (words.includes("\n")) return { edits: [], selections };
  if (address.test(words)) return place(part, `[](${words})`, { start: 1, end: 1 });
  const at = words.length + 3;
  return place(part, `[${words}](${placeholder})`, words === "" ? { start: 1, end: 1 } : { start: at, end: at + placeholder.length });
}

function place(part: TextSelection, text: string, inside: TextSelection): Formatted {
  return {
    edits: [{ ...part, text }],
    selections: [{ start: part.start + inside.start, end: part.start + inside.end }],
  };
}

function linkAround(
  text: string,
  { start, end }: TextSelection,
): (TextSelection & { readonly words: string; readonly isPicture: boolean }) | undefined {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const newline = text.indexOf("\n", start);
  const line = text.slice(lineStart, newline === -1 ? text.length : newline);
  for (const match of line.matchAll(link)) {
    const from = lineStart + match.index;
    const to = from + match[0].length;
    if (from <= start && end <= to) return { start: from, end: to, words: match[1] ?? "", isPicture: text[from - 1] === "!" };
  }
  return undefined;
}

function wordAt(text: string, caret: number): TextSelection {
  const before = /[\p{L}\p{M}\p{N}_'’-]*$/u.exec(text.slice(0, caret))?.[0].length ?? 0;
  const after = /^[\p{L}\p{M}\p{N}_'’-]*/u.exec(text.slice(caret))?.[0].length ?? 0;
  return { start: caret - before, end: caret + after };
}
