import { createPaddedLines } from "./padded-lines";
import { findLine, readSourceLines } from "./source-lines";

const opening = /^[ \t]*<(div|pre)\b[^<>]*\bclass=["']?mermaid\b[^<>]*>[ \t]*(?:<pre>[ \t]*)?$/i;
const closing = { div: /^[ \t]*(?:<\/pre>[ \t]*)?<\/div>[ \t]*$/i, pre: /^[ \t]*<\/pre>[ \t]*$/i };

/** A longer diagram is none. */
const maxLines = 500;

/** `<div class="mermaid">` waits for a script of the page's to draw it: as a fence it is drawn here. */
export function convertMermaidBlocks(text: string): string {
  if (!/class=["']?mermaid\b/i.test(text)) return text;
  const lines = readSourceLines(text);
  const result = createPaddedLines();
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined) break;
    const name = line.kind === "text" ? opening.exec(line.text)?.[1]?.toLowerCase() : undefined;
    const isEnd = name === "pre" ? closing.pre : closing.div;
    const length =
      name === undefined
        ? -1
        : findLine(
            lines.slice(i + 1, i + maxLines),
            0,
            (one) => /^[ \t]*<\/?(?:div|section)\b/i.test(one.text) || opening.test(one.text) || isEnd.test(one.text),
          );
    const end = i + 1 + length;
    const inside = lines.slice(i + 1, end).map((one) => one.text);
    if (length === -1 || !isEnd.test(lines[end]?.text ?? "") || inside.join("").trim() === "") result.add(line.text);
    else {
      result.addBlock(["```mermaid", ...dedent(inside.filter((one) => !/^[ \t]*<\/?pre>[ \t]*$/i.test(one))).map(decode), "```"]);
      i = end;
    }
  }
  return result.lines.join("\n");
}

function dedent(lines: readonly string[]): readonly string[] {
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/));
  const common = indents.reduce((least, indent) => Math.min(least, indent), Infinity);
  return lines.map((line) => line.slice(common));
}

const entities: Readonly<Record<string, string>> = { "&gt;": ">", "&lt;": "<", "&quot;": '"', "&amp;": "&" };

/** A browser's script reads the element's text. */
function decode(line: string): string {
  return line.replace(/&(?:gt|lt|quot|amp);/g, (entity) => entities[entity] ?? entity);
}
