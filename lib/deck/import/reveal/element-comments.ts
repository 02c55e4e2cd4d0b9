import type { TextEdit } from "@/lib/deck/deck";
import { applyTextEdits } from "@/lib/deck/edits";
import { languageFor } from "@/lib/deck/language";
import { collapseBlankLines } from "@/lib/deck/import/blank-lines";
import { changeTag } from "@/lib/deck/import/html-tags";
import { writeHtmlAttributes, writeImageWith, type InlineAttributes } from "@/lib/deck/import/inline-attributes";
import { findComments, maskCode, type Comment } from "@/lib/deck/import/masked-text";
import { endVoidTags } from "@/lib/deck/import/void-tags";
import { hideText } from "@/lib/deck/import/slide-comments";
import { readAttributeComment, type Attributes } from "./attributes";
import { convertFragmentLists } from "./fragment-lists";
import { findInlineTarget } from "./inline-target";

/**
 * Turns `<!-- .element: class="fragment" -->` into what the deck language has for it, on the element that it speaks
 * of: a box around a block, a span around words, attributes on a tag.
 */
export function convertElementComments(text: string): string {
  if (!text.includes(".element") || text.length > maxUnits) return text;
  let current = convertFragmentLists(text);
  // A comment may speak of an element that another one has just changed, so they go one by one, in order.
  for (let round = 0; round < maxComments; round++) {
    const comment = findComments(maskCode(current)).find(isElementComment);
    if (comment === undefined) break;
    // A picture that has become HTML must not take the lines below it along.
    current = endVoidTags(applyTextEdits(current, convertOne(current, comment)));
  }
  return current === text ? text : collapseBlankLines(current);
}

/** More than these on one slide stay as they are, and so do those of a longer slide: each is looked up in all of it. */
const maxComments = 40;
const maxUnits = 8 * 1024;

function isElementComment({ inside }: Comment): boolean {
  // What nothing stands before was kept by `wrapBlockBefore`, and must not be kept again.
  return !/^\s*_element:/.test(inside) && readAttributeComment(inside)?.of === "element";
}

function convertOne(text: string, comment: Comment): readonly TextEdit[] {
  const attributes = toInline(readAttributeComment(comment.inside)?.attributes ?? new Map());
  const lineStart = text.lastIndexOf("\n", comment.start - 1) + 1;
  const indent = text.slice(lineStart, comment.start);
  const isApart = indent === "" || text.slice(text.lastIndexOf("\n", lineStart - 2) + 1, lineStart).trim() === "";
  if (/^ {0,3}$/.test(indent) && isApart) return wrapBlockBefore(text, comment, attributes);
  const start = contentStart(text, lineStart, comment.start);
  const target = findInlineTarget(text.slice(start, comment.start));
  switch (target.kind) {
    case "tag": {
      const changed = changeTag(text.slice(start), target.tag, changesOf(attributes));
      return [{ start: start + target.tag.start, end: start + target.tag.end, text: changed }, gap(text, comment)];
    }
    case "image": {
      const isSized = attributes.values.size > 0 || attributes.classes.some((name) => !name.startsWith("fragment") && !name.startsWith("fade"));
      const [from, to] = [start + target.start, start + target.end];
      if (isSized) return [{ start: from, end: to, text: writeImageWith(text.slice(from, to), attributes) }, gap(text, comment)];
      return [...around(from, to, span(attributes)), gap(text, comment)];
    }
    case "span":
      return [...around(start + target.start, start + target.end, span(attributes)), gap(text, comment)];
    case "container": {
      const end = start + text.slice(start, comment.start).trimEnd().length;
      // Nothing stands before it: what follows on the line is the element's.
      const lineEnd = text.indexOf("\n", comment.end);
      if (fitsSlide(attributes) && /#[ \t]*$/.test(text.slice(lineStart, start)) && end > start)
        return [insertion(start, "<!-- fit --> "), gap(text, comment)];
      if (end <= start)
        return [{ start: comment.start, end: comment.end, text: span(attributes)[0] }, insertion(lineEnd === -1 ? text.length : lineEnd, "</span>")];
      return [...around(start, end, span(attributes)), gap(text, comment)];
    }
  }
}

/** A heading with that class is as wide as its slide. */
function fitsSlide({ classes }: InlineAttributes): boolean {
  return classes.length === 1 && classes[0] === "r-fit-text";
}

/** Takes the comment out with the space before it. */
function gap(text: string, { start, end }: Comment): TextEdit {
  const from = text[start - 1] === " " ? start - 1 : start;
  return { start: from, end, text: "" };
}

function insertion(at: number, text: string): TextEdit {
  return { start: at, end: at, text };
}

function around(start: number, end: number, [open, close]: readonly [string, string]): readonly TextEdit[] {
  return [insertion(start, open), insertion(end, close)];
}

function span(attributes: InlineAttributes): readonly [string, string] {
  return [`<span${writeHtmlAttributes(attributes)}>`, "</span>"];
}

const blockStart = /^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]))+[ \t]*(?:\[[ xX]\][ \t]+)?/;

/** Where the text of the paragraph, item, heading or cell begins that a comment on this line belongs to. */
function contentStart(text: string, lineStart: number, commentStart: number): number {
  for (let start = lineStart; ;) {
    const line = text.slice(start, commentStart);
    const marker = blockStart.exec(line)?.[0];
    if (marker !== undefined) return start + marker.length;
    if (start === lineStart && /^[ \t]*\|/.test(line)) {
      const bar = line.lastIndexOf("|") + 1;
      return start + bar + (/^[ \t]*/.exec(line.slice(bar))?.[0].length ?? 0);
    }
    const before = text.lastIndexOf("\n", start - 2) + 1;
    const previous = start === 0 ? "" : text.slice(before, start - 1);
    if (previous.trim() === "" || /^[ \t]*(?:`{3,}|~{3,}|:{3}|<!--)/.test(previous)) return start + (/^[ \t]*/.exec(line)?.[0].length ?? 0);
    start = before;
  }
}

/** The block that ends before the comment gets a box; with nothing before it the comment stays. */
function wrapBlockBefore(text: string, comment: Comment, attributes: InlineAttributes): readonly TextEdit[] {
  let offset = 0;
  let block: { readonly start: number; readonly end: number } | undefined;
  for (const { type, raw } of languageFor({ breaks: false }).lexBlocks(text)) {
    const end = offset + raw.trimEnd().length;
    if (offset <= comment.start && comment.start < offset + raw.length) {
      const isFirst = offset + (/^\s*/.exec(raw)?.[0].length ?? 0) >= comment.start;
      if (!isFirst && type === "html") return inHtmlBlock(text, { start: offset, comment, attributes });
      if (!isFirst) block = undefined;
      break;
    }
    if (type !== "space" && !isComment(raw)) block = { start: offset, end };
    offset += raw.length;
  }
  const taken = { start: comment.start, end: comment.end, text: "" };
  if (block === undefined) return [{ ...taken, text: hideText(comment.inside.trim()) }];
  const marks = fitsSlide(attributes) ? /^#{1,6}[ \t]+/.exec(text.slice(block.start, block.end))?.[0] : undefined;
  if (marks !== undefined) return [insertion(block.start + marks.length, "<!-- fit --> "), taken];
  const [open, close] = box(attributes);
  return [insertion(block.start, `${open}\n\n`), insertion(block.end, `\n\n${close}\n`), taken];
}

function isComment(raw: string): boolean {
  return /^\s*<!--/.test(raw) && raw.trimEnd().endsWith("-->");
}

function inHtmlBlock(
  text: string,
  { start, comment, attributes }: { readonly start: number; readonly comment: Comment; readonly attributes: InlineAttributes },
): readonly TextEdit[] {
  const target = findInlineTarget(text.slice(start, comment.start));
  const taken = { start: comment.start, end: comment.end, text: "" };
  if (target.kind !== "tag")
    return [
      { start: start, end: start, text: span(attributes)[0] },
      { ...taken, text: "</span>" },
    ];
  const changed = changeTag(text.slice(start), target.tag, changesOf(attributes));
  return [{ start: start + target.tag.start, end: start + target.tag.end, text: changed }, taken];
}

/** A box where classes are all there is to say, HTML for the rest. */
function box({ classes, id, values }: InlineAttributes): readonly [string, string] {
  const index = values.get("data-fragment-index") ?? "";
  const isPlaced = values.size === 1 && /^\d{1,4}$/.test(index);
  if ((values.size > 0 && !isPlaced) || id !== undefined) return [`<div${writeHtmlAttributes({ classes, id, values })}>`, "</div>"];
  const [only, ...others] = classes;
  if (others.length === 0 && only !== undefined && !isPlaced) return [`::: ${only}`, ":::"];
  return [`::: {${[...classes.map((name) => `.${name}`), ...(isPlaced ? [`fragment-index=${index}`] : [])].join(" ")}}`, ":::"];
}

function toInline(attributes: Attributes): InlineAttributes {
  const values = new Map(attributes);
  const classes = (values.get("class") ?? "").split(/\s+/).filter(Boolean);
  const id = values.get("id");
  for (const name of ["class", "id", "target"]) values.delete(name);
  return { classes, id, values };
}

function changesOf({ classes, id, values }: InlineAttributes): {
  readonly classes: readonly string[];
  readonly set: Readonly<Record<string, string>>;
} {
  return { classes, set: { ...Object.fromEntries(values), ...(id === undefined ? {} : { id }) } };
}
