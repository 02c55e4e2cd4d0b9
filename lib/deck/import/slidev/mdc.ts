import type { TextEdit } from "@/lib/deck/deck";
import { applyTextEdits } from "@/lib/deck/edits";
import { convertInlineAttributes, readInlineAttributes, writeHtmlAttributes, type InlineAttributes } from "@/lib/deck/import/inline-attributes";
import { maskCode } from "@/lib/deck/import/masked-text";
import { createPaddedLines } from "@/lib/deck/import/padded-lines";
import { readSourceLines } from "@/lib/deck/import/source-lines";

/** Markdown with components, as `mdc: true` has it: attributes in braces, components within lines, and around blocks. */
export function convertMdc(text: string): string {
  const boxed = convertBlockComponents(text);
  return boxed.includes("{") ? convertBlockAttributes(convertComponents(convertInlineAttributes(boxed))) : boxed;
}

const boxStart = /^(:{2,})([a-z][\w-]*)[ \t]*(?:\{[^{}]*\})?[ \t]*$/;
const boxEnd = /^(:{2,})[ \t]*$/;

/** `::code-group` up to `::` is a box of that name; one within another has more colons. */
function convertBlockComponents(text: string): string {
  if (!/^::+[a-z]/m.test(text)) return text;
  const lines = readSourceLines(text);
  const open: { readonly colons: string; readonly index: number; readonly name: string }[] = [];
  const boxes = new Map<number, string>();
  for (const [index, { kind, text: line }] of lines.entries()) {
    if (kind !== "text") continue;
    const [, colons = "", name = ""] = boxStart.exec(line) ?? [];
    if (name !== "") open.push({ colons, index, name });
    const last = open.at(-1);
    if (last === undefined || boxEnd.exec(line)?.[1] !== last.colons) continue;
    open.pop();
    boxes.set(last.index, `::: ${last.name}`).set(index, ":::");
  }
  const result = createPaddedLines();
  for (const [index, line] of lines.entries()) {
    const box = boxes.get(index);
    if (box === undefined) result.add(line.text);
    else result.addBlock([box]);
  }
  return result.lines.join("\n");
}

/** `:arrow{x1=1}` and `:badge[new]{.red}` are Vue components by another name. */
function convertComponents(text: string): string {
  const edits = [...maskCode(text, { comments: true }).matchAll(/(?<![\w:/]):([a-z][\w-]*)(?:\[([^[\]\n]*)\])?\{([^{}\n]*)\}/g)].flatMap(
    (match): TextEdit[] => {
      const attributes = readWithFlags(match[3] ?? "");
      if (attributes === undefined) return [];
      const name = (match[1] ?? "").replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
      const written = `<${name}${writeHtmlAttributes(attributes)}>${match[2] ?? ""}</${name}>`;
      return [{ start: match.index, end: match.index + match[0].length, text: written }];
    },
  );
  return applyTextEdits(text, edits);
}

/** Attributes behind the last word of a heading, an item or a paragraph are those of the whole of it. */
function convertBlockAttributes(text: string): string {
  const masked = maskCode(text, { comments: true }).split("\n");
  return text
    .split("\n")
    .map((line, index) => {
      const [, marker = "", words = "", braces = ""] =
        /^([ \t]*(?:(?:#{1,6}|[-*+]|\d{1,9}[.)]|>)[ \t]+)*)(\S.*?)[ \t]*(?<![)\]`\ue000])\{([^{}\n]+)\}[ \t]*$/.exec(masked[index] ?? "") ?? [];
      const isLast =
        /#/.test(marker) ||
        !/\S/.test(masked[index + 1] ?? "") ||
        /^[ \t]*(?:#{1,6}[ \t]|[-*+][ \t]|\d{1,9}[.)][ \t]|<)/.test(masked[index + 1] ?? "");
      const attributes = words === "" || !isLast ? undefined : readWithFlags(braces);
      if (attributes === undefined) return line;
      return `${marker}<span${writeHtmlAttributes(attributes)}>${line.slice(marker.length, marker.length + words.length)}</span>`;
    })
    .join("\n");
}

/** Vue's directives stand among them without a value. */
function readWithFlags(inside: string): InlineAttributes | undefined {
  if (!/^\s*[.#]|=|\bv-/.test(inside)) return undefined;
  return readInlineAttributes(inside.replace(/(?<=^|\s)(v-[\w.-]+)(?=\s|$)/g, '$1=""'));
}
