import type { PlainPart, PlainStart } from "@/lib/deck/sanitize/plain-html";
import { colorsFor } from "./grammars";
import { blockAttributes, printLines, type HighlightOptions } from "./highlight";
import type { StepOptions } from "./steps";
import { freeWidth } from "./text-width";

export interface PlainOptions extends Omit<HighlightOptions, "trusted">, StepOptions {}

/** What of a slide was printed, as the decorations of a tree would have left it. */
export interface PrintedPlain {
  readonly html: string;
  readonly fragments: number;
  readonly languages: readonly string[];
}

/**
 * Prints sanitised pieces that hold nothing for the decorations but code without steps and lists that may appear item
 * by item: most slides of most talks. No tree is made of them. Undefined for all else: then the decorations walk a tree.
 */
export function printPlain(parts: readonly PlainPart[], options: PlainOptions): PrintedPlain | undefined {
  const languages = new Set<string>();
  const lists: boolean[] = [];
  let html = "";
  let fragments = 0;
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index];
    if (!part) break;
    if (part.kind === "text") html += escapeText(part.value);
    else if (part.kind === "style") html += part.value;
    else if (part.kind === "end") {
      if (isList(part.name)) lists.pop();
      html += `</${part.name}>`;
    } else if (part.name === "pre" && part.attrs.length > 0) {
      const text = codeIn(parts, index);
      if (text === undefined) return undefined;
      html += printCode(text, part.attrs[0]?.value ?? "", options, languages);
      index += partsOfCode;
    } else {
      const written = printAttributes(part);
      if (written === undefined) return undefined;
      if (isList(part.name)) lists.push(options.incremental || (options.marp && part.attrs.some(isBullet)));
      const step = part.name === "li" && lists.at(-1) === true ? ` data-step="${++fragments}"` : "";
      html += `<${part.name}${written}${step}>`;
    }
  }
  return { html, fragments, languages: [...languages] };
}

/** Prints sanitised pieces that hold nothing for any decoration, a header's or a footer's. Undefined for all else. */
export function printBare(parts: readonly PlainPart[]): string | undefined {
  const printed = parts.some((part) => part.kind === "start" && part.name === "pre") ? undefined : printPlain(parts, bare);
  return printed?.html;
}

const bare: PlainOptions = { incremental: false, marp: false, place: { width: 0, isFlowing: false }, highlighters: undefined };

function isList(name: string): boolean {
  return name === "ul" || name === "ol";
}

function isBullet({ name, value }: PlainStart["attrs"][number]): boolean {
  return name === "data-l-bullet" && value === "*";
}

/** Classes by which decorations know what is theirs. */
const markedClasses = /(?:^|\s)(?:alert-title|column|fragment|incremental|nonincremental)(?:\s|$)/;

/** An element's attributes as they are printed; undefined where it or one of them is for a decoration. */
function printAttributes({ name: element, attrs }: PlainStart): string | undefined {
  if (element === "iframe") return undefined;
  let written = "";
  for (const { name, value } of attrs) {
    if (name === "data-l-bullet") continue;
    if (name.startsWith("data-") || name === "id" || (name === "class" && markedClasses.test(value))) return undefined;
    written += ` ${name}="${escapeAttribute(value)}"`;
  }
  return written;
}

/** Start and end of the code, its text, and the end of the block, behind the block's start. */
const partsOfCode = 4;
/** Blocks that other decorations draw. */
const drawn: ReadonlySet<string> = new Set(["chart", "mermaid", "qr"]);

/** The text of a code block that the renderer wrote, without steps and title; undefined where it is another one. */
function codeIn(parts: readonly PlainPart[], index: number): string | undefined {
  const [pre, code, text, codeEnd, preEnd] = parts.slice(index, index + partsOfCode + 1);
  if (pre?.kind !== "start" || code?.kind !== "start" || text?.kind !== "text" || codeEnd?.kind !== "end" || preEnd?.kind !== "end") return undefined;
  const [mark, ...others] = pre.attrs;
  if (mark?.name !== "data-l-code" || others.length > 0 || drawn.has(mark.value) || code.name !== "code" || code.attrs.length > 0) return undefined;
  return preEnd.name === "pre" ? text.value.replace(/\n$/, "") : undefined;
}

function printCode(text: string, language: string, { place, highlighters }: PlainOptions, languages: Set<string>): string {
  const { grammar, highlight } = colorsFor(text, language, highlighters);
  if (grammar !== undefined) languages.add(grammar);
  let attributes = "";
  for (const { name, value } of blockAttributes(text, { language, groups: 0, width: freeWidth(place) })) {
    attributes += ` ${name}="${escapeAttribute(value)}"`;
  }
  return `<pre${attributes}><code>${printLines(text, highlight, [])}</code></pre>`;
}

/** As HTML is serialised (https://html.spec.whatwg.org/multipage/parsing.html#escapingString). */
function escapeText(text: string): string {
  return /[&<>\u00a0]/.test(text) ? text.replace(/[&<>\u00a0]/g, (sign) => entities[sign] ?? sign) : text;
}

function escapeAttribute(value: string): string {
  return /[&<>"\u00a0]/.test(value) ? value.replace(/[&<>"\u00a0]/g, (sign) => entities[sign] ?? sign) : value;
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\u00a0": "&nbsp;" };
