import { hideText } from "@/lib/deck/import/slide-comments";
import { spaceHeadings } from "@/lib/deck/import/tight-headings";
import { appendBlock } from "./append-block";
import { printMacro } from "./macros";
import type { RemarkNode } from "./structure";

export interface NodeOptions {
  /** Whether a star before a line of this code lights it up (remark's option `highlightLines`). */
  readonly lightsUp: (info: string, body: string) => boolean;
  /** Called for what has no word in the deck language. */
  readonly report: (node: RemarkNode, what: "macro" | "chunk") => void;
}

/** The Markdown of a slide's pieces. */
export function printNodes(nodes: readonly RemarkNode[], options: NodeOptions): string {
  let done = "";
  let printed = "";
  const list = [...nodes];
  for (let i = 0; i < list.length; i++) {
    const node = list[i];
    if (node === undefined) continue;
    const columns = isColumn(node) ? columnsFrom(list, i) : [];
    if (columns.length > 1) {
      const inner = columns.map((column) => printBox(["column", ...column.classes], column.content, options)).join("\n\n");
      printed = appendBlock(printed, `::: columns\n\n${inner}\n\n:::`);
      i = list.indexOf(columns.at(-1) ?? node);
    } else if (node.kind === "box" && (node.block ? !goesOnInLine(node, printed) : standsAlone(node, printed, list[i + 1]))) {
      printed = appendBlock(printed, printBox(node.classes, node.content, options));
    } else printed = appendInline(printed, node, options);
    if (printed.length < maxEndUnits * 2) continue;
    done += printed.slice(0, -maxEndUnits);
    printed = printed.slice(-maxEndUnits);
  }
  return done + printed;
}

/** Of what is printed only the end is looked at again, or every piece would go over all before it. */
const maxEndUnits = 4_096;

type Box = Extract<RemarkNode, { kind: "box" }>;

function printBox(classes: readonly string[], content: readonly RemarkNode[], options: NodeOptions): string {
  const [only, ...others] = classes;
  const name = others.length === 0 ? only : `{${classes.map((one) => `.${one}`).join(" ")}}`;
  return `::: ${name}\n\n${printNodes(content, options).trim()}\n\n:::`;
}

function appendInline(printed: string, node: RemarkNode, options: NodeOptions): string {
  switch (node.kind) {
    case "text": {
      const atLineStart = printed === "" || printed.endsWith("\n");
      const text = spaceHeadings(atLineStart ? node.text : `\0${node.text}`).replace(/^\0/, "");
      return printed.endsWith("\n\n") ? printed + text.replace(/^\n+/, "") : printed + text;
    }
    case "code":
      return isHiddenChunk(node) ? appendBlock(printed, hideText(node.text.trim())) : printed + printCode(node, options);
    case "macro":
      return printMacro(node, printed, () => options.report(node, "macro"));
    case "box":
      return `${printed}<span class="${node.classes.join(" ")}">${printNodes(node.content, options)}</span>`;
  }
}

const column = /^(?:(?:left|right|center|middle)-col(?:umn)?|pull-(?:left|right)|col(?:umn)?s?-?(?:left|right|\d+)|col(?:umn)?)$/;

function isColumn(node: RemarkNode): node is Box {
  return node.kind === "box" && node.block && node.classes.some((name) => column.test(name));
}

/** The columns that stand beside each other from here on. */
function columnsFrom(nodes: readonly RemarkNode[], from: number): readonly Box[] {
  const columns: Box[] = [];
  for (const node of nodes.slice(from, from + maxLookahead)) {
    if (isColumn(node)) columns.push(node);
    else if (node.kind !== "text" || node.text.trim() !== "") break;
  }
  return columns;
}

/** Columns beside each other, with the text between them. */
const maxLookahead = 24;

/** A box of several lines that starts within a line, an item of a list mostly, and holds a paragraph's text alone. */
function goesOnInLine(node: Box, before: string): boolean {
  const line = before.slice(before.lastIndexOf("\n") + 1);
  if (line === "" || (line.trim() === "" && !/^ *(?:[-*+]|\d+[.)]) /m.test(before))) return false;
  return node.content.every((part) => (part.kind === "text" ? !blockMarkup.test(part.text) : part.kind === "box" && goesOnInLine(part, "x")));
}

const blockMarkup = /^\n|\n$|\n[ \t]*\n|(?:^|\n)[ \t]*(?:#{1,6} |[-*+] |\d+[.)] |> |\|)/;

/** remark shows these as blocks even in one line (remark.less); a box of block markup can't be inline either. */
function standsAlone(node: Box, before: string, after: RemarkNode | undefined): boolean {
  const [inside] = node.content;
  const isBlock = node.classes.some((name) => /^(?:left|center|right|footnote)$/.test(name) || column.test(name));
  const holdsBlock = inside?.kind === "text" && /^(?:#{1,6}[^#]|[-*+] |\d+\. |> )/.test(inside.text);
  if (!isBlock && !holdsBlock) return false;
  return /(?:^|\n)[ \t]*$/.test(before.slice(-80)) && (after === undefined || (after.kind === "text" && /^[ \t]*(?:\n|$)/.test(after.text)));
}

/** A chunk of R that prints neither itself nor anything else. */
export function isHiddenChunk(node: RemarkNode): boolean {
  return node.kind === "code" && /^\s*(?:`{3,}|~{3,}) *\{\w[^}\n]*\binclude *= *F/.test(node.text);
}

function printCode(node: Extract<RemarkNode, { kind: "code" }>, options: NodeOptions): string {
  const [, indent = "", mark, written = "", body = ""] = /^( *)(`{3,}|~{3,}) *([^\s`{]*(?: ?\{+[^}\n]*\}+)?) *\n([\s\S]*)$/.exec(node.text) ?? [];
  if (mark === undefined) return node.text;
  // R Markdown's chunks run before remark sees them; here they show their code.
  const chunk = /^\{+(\w+)/.exec(written)?.[1];
  // Two braces show the chunk and don't run it.
  if (chunk !== undefined && !written.startsWith("{{")) options.report(node, "chunk");
  const info = chunk ?? written;
  const lines = body.split("\n");
  const last = lines.pop() ?? "";
  const lit = options.lightsUp(info, body) ? lines.flatMap((line, index) => (line.startsWith("*") ? [index + 1] : [])) : [];
  const steps = lit.length === 0 ? "" : ` {${lit.join(",")}}`;
  const shown = lit.length === 0 ? lines : lines.map((line) => line.replace(/^\*( )?/, "$1$1"));
  return [`${indent}${mark}${info}${steps}`, ...shown, last].join("\n");
}
