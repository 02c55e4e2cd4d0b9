import { readSourceLines } from "./source-lines";

const tags = /^[ \t]*(?:<(?:br|wbr|img\b[^<>]*)[ \t]*\/?>|<\/br>)[ \t]*$/i;

/** Lines that no paragraph goes on from: headings and the ends of boxes. */
const isOwnBlock = /^ {0,3}(?:#{1,6}(?:[ \t]|$)|:{3,})/;

/**
 * `<br>` or a picture alone on a line starts a block of HTML in CommonMark, and what follows on the next line is no
 * Markdown. Tools with older parsers take it for a word of the paragraph: a blank line says so here.
 */
export function endVoidTags(text: string): string {
  if (!/<\/?(?:w?br|img)\b/i.test(text)) return text;
  const lines = readSourceLines(text);
  const result: string[] = [];
  let startsBlock = false;
  for (const [index, { kind, text: line }] of lines.entries()) {
    result.push(line);
    const isTag = kind === "text" && tags.test(line);
    // Under a line of text it is a word of the paragraph in CommonMark, too.
    const before = lines[index - 1];
    startsBlock = isTag && (startsBlock || before?.kind !== "text" || isOwnBlock.test(before.text));
    const next = lines[index + 1];
    const goesOn = next !== undefined && next.kind !== "blank" && !/^[ \t]*<[^<>]*>[ \t]*$/.test(next.text);
    if (startsBlock && goesOn) result.push("");
  }
  return result.join("\n");
}

const openTag = /^[ \t]*<(?:div|section|center|figure|aside|article|header|footer|small|font|span)\b[^<>]*>[ \t]*$/i;

/** An element that holds blocks, on one line with its words. */
const oneLine = /^([ \t]*<(div|section|center|figure|aside|article|header|footer)\b[^<>]*>)([^<>]*)(<\/\2>)[ \t]*$/i;
const mayOpen = /^[ \t]*<[a-z]+\b[^<>\n]*>[ \t]*(?:\n[ \t]*[^<\s]|[^<\s])/im;

/** Pandoc reads Markdown right behind the tag of an element that holds blocks: a blank line says so here. */
export function openTags(text: string): string {
  if (!mayOpen.test(text)) return text;
  const lines = readSourceLines(text);
  return lines
    .flatMap(({ kind, text: line }, index) => {
      if (kind !== "text") return [line];
      const [, open, , words, close] = oneLine.exec(line) ?? [];
      if (open !== undefined && words !== undefined && close !== undefined && /[*_`[$]/.test(words)) return [open, "", words.trim(), "", close];
      const next = lines[index + 1];
      return openTag.test(line) && next?.kind === "text" && !/^[ \t]*</.test(next.text) ? [line, ""] : [line];
    })
    .join("\n");
}
