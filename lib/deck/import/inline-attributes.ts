import type { TextEdit } from "@/lib/deck/deck";
import { applyTextEdits } from "@/lib/deck/edits";
import { escapeHtml } from "@/lib/deck/syntax/attributes";
import { maskCode } from "./masked-text";
import { endVoidTags } from "./void-tags";

/** Attributes in braces as Pandoc, Quarto and MDC write them behind something: `{.big #top width=50%}`. */
export interface InlineAttributes {
  readonly classes: readonly string[];
  readonly id: string | undefined;
  readonly values: ReadonlyMap<string, string>;
}

const part = /\s*(?:\.([^\s.#=}"']+)|#([^\s.=}"']+)|([\w:-]+)=(?:"([^"]*)"|'([^']*)'|([^\s"'}]*))|(-)(?=[\s}]|$))/y;

/** Reads the inside of the braces; undefined where it says something else (`{x | y}`). */
export function readInlineAttributes(text: string): InlineAttributes | undefined {
  const classes: string[] = [];
  const values = new Map<string, string>();
  let id: string | undefined;
  const inside = text.trim();
  if (inside === "") return undefined;
  for (let at = 0; at < inside.length; at = part.lastIndex) {
    part.lastIndex = at;
    const match = part.exec(inside);
    if (!match) return undefined;
    const [, className, name, key, double, single, bare, dash] = match;
    if (className) classes.push(className);
    else if (name) id = name;
    else if (key) values.set(key, double ?? single ?? bare ?? "");
    else if (dash) classes.push("unnumbered");
  }
  return { classes, id, values };
}

/** The attributes as they stand in a tag, with a space before them; sizes and places go into the style. */
export function writeHtmlAttributes({ classes, id, values }: InlineAttributes): string {
  const styles: string[] = [];
  const others: string[] = [];
  const isPlaced = classes.includes("absolute") && [...values.keys()].some((key) => /^(?:top|left|right|bottom)$/.test(key));
  if (isPlaced) styles.push("position: absolute");
  for (const [key, value] of values) {
    if (key === "style") styles.push(value.replace(/;\s*$/, ""));
    else if (key === "width" || key === "height" || (isPlaced && /^(?:top|left|right|bottom)$/.test(key))) styles.push(`${key}: ${withUnit(value)}`);
    else others.push(` ${key === "fragment-index" ? "data-fragment-index" : key}="${escapeHtml(value)}"`);
  }
  return [
    classes.length === 0 ? "" : ` class="${escapeHtml(classes.join(" "))}"`,
    id === undefined ? "" : ` id="${escapeHtml(id)}"`,
    styles.length === 0 ? "" : ` style="${escapeHtml(styles.join("; "))}"`,
    ...others,
  ].join("");
}

/** A bare number is pixels. */
function withUnit(value: string): string {
  return /^-?\d+(?:\.\d+)?$/.test(value) ? `${value}px` : value;
}

/** The furthest that a bracket may stand from its partner. */
const maxSpan = 4_000;

/**
 * Turns attributes behind images, links, spans in brackets and code into HTML or image keywords:
 * `![x](y.png){width=50%}` into `![w:50% x](y.png)`, `[x]{.big}` into `<span class="big">x</span>`.
 */
export function convertInlineAttributes(text: string): string {
  if (!/[\])`]\{/.test(text)) return text;
  // The inside of a bracket may hold another: from the inside out, until nothing changes.
  let current = text;
  for (let round = 0; round < 5; round++) {
    const edits = findEdits(current);
    if (edits.length === 0) break;
    current = applyTextEdits(current, edits);
  }
  return current === text ? text : endVoidTags(current);
}

function findEdits(text: string): readonly TextEdit[] {
  const masked = maskCode(text, { comments: true });
  const brackets = matchBrackets(masked, "[", "]");
  const parens = matchBrackets(masked, "(", ")");
  const edits: TextEdit[] = [];
  let free = 0;
  for (const match of masked.matchAll(/([\])\ue000])\{([^{}\n]*)\}/g)) {
    const attributes = readInlineAttributes(match[2] ?? "") ?? readRaw(match[2] ?? "");
    const end = match.index + match[0].length;
    const edit = attributes === undefined ? undefined : convertOne({ text, masked, brackets, parens, attributes, at: match.index, end });
    if (edit === undefined || edit.start < free) continue;
    edits.push(edit);
    free = edit.end;
  }
  return edits;
}

interface Find {
  readonly text: string;
  readonly masked: string;
  readonly brackets: Partners;
  readonly parens: Partners;
  readonly attributes: InlineAttributes | "raw";
  /** Of the mark before the braces. */
  readonly at: number;
  readonly end: number;
}

function readRaw(inside: string): "raw" | undefined {
  return /^=html5?$/.test(inside.trim()) ? "raw" : undefined;
}

function convertOne({ text, masked, brackets, parens, attributes, at, end }: Find): TextEdit | undefined {
  const mark = masked[at];
  if (mark === "\ue000") {
    let start = at;
    while (start > 0 && masked[start - 1] === "\ue000") start--;
    const code = text.slice(start, at + 1);
    if (!code.startsWith("`")) return undefined;
    return { start, end, text: attributes === "raw" ? code.replace(/^`+\s?|\s?`+$/g, "") : code };
  }
  if (attributes === "raw") return undefined;
  if (mark === "]") {
    const open = brackets.get(at);
    if (open === undefined || masked[open - 1] === "!" || masked[open - 1] === "\\") return undefined;
    return { start: open, end, text: span(text.slice(open + 1, at), attributes) };
  }
  const paren = parens.get(at);
  if (paren === undefined || masked[paren - 1] !== "]") return undefined;
  const open = brackets.get(paren - 1);
  if (open === undefined) return undefined;
  const label = text.slice(open + 1, paren - 1);
  const target = text.slice(paren + 1, at);
  if (masked[open - 1] === "!") return { start: open - 1, end, text: writeSizedImage(label, target, attributes) };
  const link = text.slice(open, at + 1);
  return { start: open, end, text: attributes.classes.length === 0 && !attributes.values.has("style") ? link : span(link, attributes) };
}

/** For every closing bracket the one that it closes, in the same paragraph. */
type Partners = ReadonlyMap<number, number>;

function matchBrackets(masked: string, opening: string, closing: string): Partners {
  const partners = new Map<number, number>();
  let open: number[] = [];
  for (let i = 0; i < masked.length; i++) {
    const sign = masked[i];
    if (sign === opening) open.push(i);
    else if (sign === closing) {
      const start = open.pop();
      if (start !== undefined && i - start <= maxSpan) partners.set(i, start);
    } else if (sign === "\n" && masked[i + 1] === "\n") open = [];
  }
  return partners;
}

const elements: Readonly<Record<string, string>> = { underline: "u", ul: "u", mark: "mark", smallcaps: "span" };

function span(inside: string, attributes: InlineAttributes): string {
  const named = attributes.classes.find((name) => name in elements);
  const element = (named === undefined ? undefined : elements[named]) ?? "span";
  const rest = element === "span" ? attributes : { ...attributes, classes: attributes.classes.filter((name) => name !== named) };
  return `<${element}${writeHtmlAttributes(rest)}>${inside}</${element}>`;
}

const size = /^(\d+(?:\.\d+)?)(px|%|em|rem|cm|mm|in|pt|vw|vh)?$/;
/** Says how a figure is set, which the layout here does by itself. */
const figureKeys = new Set(["fig-align", "fig-alt", "fig-pos", "fig-cap", "fig-env", "fig-scap"]);

/** An image keeps being Markdown where only its size is said. */
function writeSizedImage(written: string, target: string, { classes, id, values }: InlineAttributes): string {
  const alt = (values.get("fig-alt") ?? written).replaceAll("]", "\\]");
  const words: string[] = [];
  const others = new Map<string, string>();
  for (const [key, value] of values) {
    if ((key === "width" || key === "height") && size.test(value)) words.push(`${key === "width" ? "w" : "h"}:${value.replace(/px$/, "")}`);
    else if (!figureKeys.has(key)) others.set(key, value);
  }
  if (classes.length === 0 && others.size === 0) return `![${[...words, alt].filter((word) => word !== "").join(" ")}](${target})`;
  const address = /^<([^>]*)>|^(\S*)/.exec(target.trim());
  const title = /\s["'(](.*)["')]$/s.exec(target.trim())?.[1];
  const html = writeHtmlAttributes({ classes, id, values: new Map([...values].filter(([key]) => !figureKeys.has(key))) });
  return `<img src="${escapeHtml(address?.[1] ?? address?.[2] ?? "")}" alt="${escapeHtml(alt.replace(/\s+/g, " "))}"${title === undefined ? "" : ` title="${escapeHtml(title)}"`}${html}>`;
}

/** The same for an image as it is written; what is no image stays. */
export function writeImageWith(markdown: string, attributes: InlineAttributes): string {
  const [, alt, target] = /^!\[([\s\S]*)\]\(([\s\S]*)\)$/.exec(markdown) ?? [];
  return alt === undefined || target === undefined ? markdown : writeSizedImage(alt, target, attributes);
}
