import { parseDocument } from "yaml";
import { readInlineAttributes, type InlineAttributes } from "@/lib/deck/import/inline-attributes";
import { createPaddedLines } from "@/lib/deck/import/padded-lines";
import { hideText } from "@/lib/deck/import/slide-comments";
import { readSourceLines } from "@/lib/deck/import/source-lines";
import { isMapping } from "@/lib/deck/import/reveal/settings";

interface CodeBlock {
  /** The opening fence without its info string. */
  readonly fence: string;
  readonly info: string;
  readonly lines: readonly string[];
  readonly close: string | undefined;
}

/** Code blocks whose language and steps stand in braces, cells that Quarto runs, and raw HTML, as the deck language has them. */
export function convertCode(text: string): string {
  if (!/^[ \t>*+-]*(?:`{3,}|~{3,})[ \t]*[^\s`]*[ \t]*\{/m.test(text)) return text;
  const result = createPaddedLines();
  const write = (written: CodeBlock) => {
    const { before, lines, isApart } = writeBlock(written);
    if (before.length > 0) result.addBlock(before);
    if (isApart) result.addBlock(lines);
    else for (const line of lines) result.add(line);
  };
  let block: { fence: string; info: string; lines: string[] } | undefined;
  for (const { kind, text: line, info } of readSourceLines(text)) {
    if (block !== undefined && kind === "fence") {
      write({ ...block, close: line });
      block = undefined;
    } else if (block !== undefined) block.lines.push(line);
    else if (kind === "fence" && info) block = { fence: line.slice(0, line.lastIndexOf(info)), info, lines: [] };
    else if (kind === "fence") block = { fence: line, info: "", lines: [] };
    else result.add(line);
  }
  if (block !== undefined) write({ ...block, close: undefined });
  return result.lines.join("\n");
}

interface WrittenBlock {
  /** Hidden lines before it. */
  readonly before: readonly string[];
  readonly lines: readonly string[];
  /** Needs blank lines around it, where the fence did not. */
  readonly isApart: boolean;
}

function writeBlock(block: CodeBlock): WrittenBlock {
  const { info, lines, close } = block;
  const fenced = (written: string, body: readonly string[] = lines): WrittenBlock => ({
    before: [],
    lines: [`${block.fence.trimEnd()}${written}`, ...body, ...(close === undefined ? [] : [close])],
    isApart: false,
  });
  if (/^\{=html5?\}$/.test(info)) return { before: [], lines, isApart: true };
  const raw = /^\{=(\w+)\}$/.exec(info)?.[1];
  if (raw !== undefined) return fenced(raw);
  const cell = /^\{\{?([A-Za-z][\w+#-]*)\b(?:[ ,][^{}]*)?\}?\}$/.exec(info)?.[1];
  if (cell !== undefined) return writeCell(block, cell, fenced);
  const [, word = "", braces] = /^([^\s{}]*)[ \t]*\{([^{}]*)\}$/.exec(info) ?? [];
  const attributes = braces === undefined ? undefined : readInlineAttributes(braces);
  if (attributes === undefined) return fenced(info);
  const written = fenced(writeInfo(word, attributes));
  const isFragment = attributes.classes.includes("fragment") && /^[`~]/.test(block.fence);
  return isFragment ? { before: [], lines: ["::: fragment", "", ...written.lines, "", ":::"], isApart: true } : written;
}

/** A cell shows its code; what it would print is not in the text. Options in `#|` lines say how it runs. */
function writeCell({ lines, info }: CodeBlock, language: string, fenced: (info: string, body: readonly string[]) => WrittenBlock): WrittenBlock {
  const isOption = (line: string) => /^\s*(?:#|\/\/|--|%%)\|/.test(line);
  const count = lines.findIndex((line) => !isOption(line));
  const options = count === -1 ? lines : lines.slice(0, count);
  const values = readOptions(options);
  if (isHiddenCell(info, lines)) {
    return { before: [], lines: hideText([`\`\`\`${info}`, ...lines, "```"].join("\n")).split("\n"), isApart: true };
  }
  const steps = values["code-line-numbers"];
  const file = values.filename;
  const attributes = new Map([
    ...(typeof steps === "string" || steps === true ? ([["code-line-numbers", String(steps)]] as const) : []),
    ...(typeof file === "string" ? ([["filename", file]] as const) : []),
  ]);
  const written = fenced(writeInfo(language, { classes: [], id: undefined, values: attributes }), count === -1 ? [] : lines.slice(count));
  const said = [...(/^\{\{?[\w+#-]+\}?\}$/.test(info) ? [] : [info]), ...options];
  return { ...written, before: said.length === 0 ? [] : hideText(said.join("\n")).split("\n") };
}

/** A cell that prints neither its code nor anything else, such as one that loads libraries. */
export function isHiddenCell(info: string, lines: readonly string[]): boolean {
  if (!/^\{\{?[A-Za-z]/.test(info)) return false;
  if (/\binclude\s*=\s*F/.test(info)) return true;
  return lines.some((line, index) => index < maxOptionLines && /^\s*(?:#|\/\/|--|%%)\|[ \t]*include:[ \t]*false\b/.test(line));
}

const maxOptionLines = 20;

function readOptions(lines: readonly string[]): Readonly<Record<string, unknown>> {
  const yaml = lines.map((line) => line.replace(/^\s*(?:#|\/\/|--|%%)\|[ \t]?/, "")).join("\n");
  const document = parseDocument(yaml, { schema: "core", uniqueKeys: false, logLevel: "silent" });
  if (document.errors.length > 0) return {};
  try {
    const values: unknown = document.toJS({ maxAliasCount: 0 });
    return isMapping(values) ? values : {};
  } catch (cause) {
    if (cause instanceof ReferenceError) return {};
    throw cause;
  }
}

/** `python {all|6|9}{lines:true} [x.py]` */
function writeInfo(word: string, { classes, values }: InlineAttributes): string {
  const language = word === "" ? (classes.find((name) => !flags.has(name)) ?? "") : word;
  const numbers = values.get("code-line-numbers") ?? values.get("data-line-numbers") ?? "";
  const from = values.get("startFrom") ?? values.get("start-from") ?? "";
  const first = /^[1-9]\d{0,5}$/.test(from) ? Number(from) : 1;
  const isNumbered = numbers === "true" || classes.some((name) => name === "numberLines" || name === "number-lines");
  const counted = isNumbered ? numbers.replace(/\d+/g, (line) => String(Number(line) + first - 1)) : numbers;
  const steps = /^[\d,|\s-]*\d[\d,|\s-]*$/.test(counted) ? counted.replace(/\s+/g, "") : "";
  const lines = isNumbered ? `{lines:true${first > 1 ? `,startLine:${first}` : ""}}` : "";
  const title = values.get("filename") ?? "";
  return [language, `${steps === "" ? "" : `{${steps.startsWith("|") ? `all${steps}` : steps}}`}${lines}`, title === "" ? "" : `[${title}]`]
    .filter((part) => part !== "")
    .join(" ");
}

const flags: ReadonlySet<string> = new Set(["numberLines", "number-lines", "fragment", "lineAnchors", "line-anchors", "cell-code", "unnumbered"]);
