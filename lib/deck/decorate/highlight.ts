import {
  createElement,
  elementsOf,
  insertBefore,
  readAttribute,
  removeAttribute,
  setAttribute,
  textOf,
  append,
  appendText,
  type Element,
  type Parent,
} from "@/lib/deck/sanitize/tree";
import { escapeHtml } from "@/lib/deck/syntax/attributes";
import type { Highlighter, RenderOptions } from "@/lib/deck/deck";
import { colorsFor } from "./grammars";
import { lineGroups, type LineGroup } from "./line-groups";
import { textWidthIn, type TextPlace } from "./text-width";
import type { TrustedHtml } from "./trusted-html";

const caches = new WeakMap<Highlighter, Map<string, string>>();
const maxCached = 2_000;

export interface HighlightOptions {
  readonly place: TextPlace;
  readonly highlighters: RenderOptions["highlighters"];
  readonly trusted: TrustedHtml;
}

/**
 * Highlights every code block from its text, line by line, and marks the lines that its steps light up. Returns the
 * grammars that blocks need, by their full names.
 */
export function highlightBlocks(root: Parent, { place, highlighters, trusted }: HighlightOptions): readonly string[] {
  const grammars = new Set<string>();
  for (const pre of elementsOf(root)) {
    const language = pre.tagName === "pre" ? readAttribute(pre, "data-l-code") : undefined;
    if (language === undefined) continue;
    const code = pre.childNodes.find((child): child is Element => "tagName" in child && child.tagName === "code");
    if (!code) continue;
    const text = textOf(code).replace(/\n$/, "");
    const { grammar, highlight } = colorsFor(text, language, highlighters);
    if (grammar !== undefined) grammars.add(grammar);
    decorate(pre, code, { text, language, highlight, width: textWidthIn(pre, place), trusted });
  }
  return [...grammars];
}

interface CodeBlock {
  readonly text: string;
  readonly language: string;
  readonly highlight: Highlighter | undefined;
  /** Canvas pixels that the block may be wide. */
  readonly width: number;
  readonly trusted: TrustedHtml;
}

function decorate(pre: Element, code: Element, { text, language, highlight, width, trusted }: CodeBlock): void {
  const title = readAttribute(pre, "data-l-title");
  const first = readAttribute(pre, "data-l-first");
  const groups = lineGroups(readAttribute(pre, "data-l-steps") ?? "", { lines: text.split("\n").length, first: Number(first ?? 1) });
  for (const name of ["data-l-code", "data-l-title", "data-l-steps", "data-l-first"]) removeAttribute(pre, name);
  for (const { name, value } of blockAttributes(text, { language, groups: groups.length, width, first })) setAttribute(pre, name, value);
  trusted.put(code, printLines(text, highlight, groups));
  if (title && pre.parentNode) frame(pre, pre.parentNode, title);
}

/** What says how a block looks. */
export function blockAttributes(
  text: string,
  {
    language,
    groups,
    width,
    first,
  }: { readonly language: string; readonly groups: number; readonly width: number; readonly first?: string | undefined },
): readonly { readonly name: string; readonly value: string }[] {
  const attributes = [{ name: "class", value: "code" }];
  if (language) attributes.push({ name: "data-language", value: language });
  if (groups > 0) attributes.push({ name: "data-groups", value: String(groups) });
  const size = codeSize(text, width - (first ? numbersPx : 0));
  if (first) attributes.push({ name: "data-numbers", value: first });
  const style = `${size < 1 ? `--code:${size};` : ""}${first ? `counter-reset:line ${Number(first) - 1};` : ""}`;
  if (style !== "") attributes.push({ name: "style", value: style.slice(0, -1) });
  return attributes;
}

/** Trusted HTML of a block's lines, each an element of its own, with what steps light up. */
export function printLines(text: string, highlight: Highlighter | undefined, groups: readonly LineGroup[]): string {
  const lines = highlightLines(text, highlight);
  if (groups.length === 0) return `<span class="line">${lines.join('\n</span><span class="line">')}\n</span>`;
  let printed = "";
  for (const [index, line] of lines.entries()) {
    const lit = groups.flatMap((group, step) => (group === "all" || group.has(index + 1) ? [step] : []));
    printed += `<span class="line${lit.includes(0) ? " lit" : ""}" data-lit="${lit.join(" ")}">${line}\n</span>`;
  }
  return printed;
}

const marginsPx = 58;
/** That lines' numbers take. */
const numbersPx = 72;
/** Of a monospaced font at the themes' 24 pixels. */
const characterPx = 14.5;
/** Smaller nobody reads it (18 pixels): then lines are wrapped. */
const smallest = 0.75;

/** How much smaller than usual code is set so that its longest line stays on one line; known before any script runs. */
function codeSize(text: string, width: number): number {
  const isPlain = !wide.test(text);
  let columns = 0;
  for (const line of text.split("\n")) columns = Math.max(columns, isPlain ? Math.min(line.length, maxColumns) : columnsOf(line));
  const size = Math.floor(((width - marginsPx) / (columns * characterPx)) * 100) / 100;
  return Math.min(1, Math.max(size, smallest));
}

const maxColumns = 1_000;
const wideLetters = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/g;
const wide = new RegExp(`\\t|${wideLetters.source}`);

/** Tabs are four wide, and letters of East Asia two. */
function columnsOf(line: string): number {
  if (line.length > maxColumns) return maxColumns;
  return line.replaceAll("\t", "    ").replace(wideLetters, "  ").length;
}

/** A block with a title stands in a figure, its title above it. */
function frame(pre: Element, parent: Parent, title: string): void {
  const figure = createElement("figure", { class: "code-figure" });
  const caption = createElement("figcaption", { class: "code-title" });
  appendText(caption, title);
  insertBefore(parent, figure, pre);
  append(figure, caption, pre);
}

/** One piece of balanced HTML a line. */
function highlightLines(text: string, highlight: Highlighter | undefined): readonly string[] {
  return highlight ? splitLines(highlightOnce(text, highlight)) : escapeHtml(text).split("\n");
}

function highlightOnce(text: string, highlight: Highlighter): string {
  const cache = caches.get(highlight) ?? new Map<string, string>();
  caches.set(highlight, cache);
  let html = cache.get(text);
  if (html === undefined) {
    html = highlight(text);
    if (cache.size >= maxCached) cache.clear();
    cache.set(text, html);
  }
  return html;
}

/** Spans that run over a line's end are closed there and opened again on the next line. */
function splitLines(html: string): readonly string[] {
  const open: string[] = [];
  return html.split("\n").map((line) => {
    const before = open.join("");
    for (const tag of line.match(/<span[^>]*>|<\/span>/g) ?? []) {
      if (tag === "</span>") open.pop();
      else open.push(tag);
    }
    return `${before}${line}${"</span>".repeat(open.length)}`;
  });
}
