import type { TextEdit } from "@/lib/deck/deck";
import { applyTextEdits } from "@/lib/deck/edits";
import { convertInlineAttributes, readInlineAttributes, writeHtmlAttributes, type InlineAttributes } from "@/lib/deck/import/inline-attributes";
import { maskCode } from "@/lib/deck/import/masked-text";

/** Markdown with components, as `mdc: true` has it: attributes in braces, and components within lines. */
export function convertMdc(text: string): string {
  return text.includes("{") ? convertBlockAttributes(convertComponents(convertInlineAttributes(text))) : text;
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
