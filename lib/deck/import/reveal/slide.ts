import type { TextEdit } from "@/lib/deck/deck";
import { applyTextEdits } from "@/lib/deck/edits";
import { mapFenceInfos } from "@/lib/deck/import/fence-infos";
import { readTags } from "@/lib/deck/import/html-tags";
import { findComments, maskCode } from "@/lib/deck/import/masked-text";
import { writeSlide } from "@/lib/deck/import/slide-comments";
import { convertSlideAttributes, readAttributeComment, type Attributes } from "./attributes";
import { convertElementComments } from "./element-comments";

export interface RevealSlideOptions {
  /** Where notes begin; flags `gmi`. */
  readonly notes: RegExp;
  /** Attributes that the slide's section has in HTML already. */
  readonly attributes?: Attributes;
  /** What else the dialect writes otherwise; done to what shows. */
  readonly convert?: (text: string) => string;
  /** Ids of slides that links lead to by number now. */
  readonly linked?: ReadonlySet<string>;
}

/** One slide of reveal.js' Markdown in the deck language. */
export function convertRevealSlide(
  text: string,
  { notes: separator, attributes = new Map(), convert = (shown) => shown, linked = new Set() }: RevealSlideOptions,
): string {
  if (attributes.size === 0 && text.trim() === "") return "";
  const { shown, notes } = separateNotes(text, separator);
  const taken = takeSlideComments(shown);
  const aside = takeAsides(taken.text);
  const said = [...attributes, ...taken.attributes].filter(([name, value]) => name !== "id" || !linked.has(value));
  const { values, lead, tail, notes: more } = convertSlideAttributes(new Map(said));
  const content = convert(numberLines(convertElementComments(aside.text)));
  return writeSlide({
    values,
    content: [lead, content.trim(), tail].filter((part) => part !== "").join("\n\n"),
    notes: [...aside.notes, notes, more].filter((part) => part.trim() !== "").join("\n\n"),
  });
}

/** Notes are what follows the separator, but only where it stands on the slide exactly once. */
export function separateNotes(text: string, separator: RegExp): { readonly shown: string; readonly notes: string } {
  const [first, second] = text.matchAll(separator);
  if (first === undefined || second !== undefined) return { shown: text, notes: "" };
  return { shown: text.slice(0, first.index), notes: text.slice(first.index + first[0].length).trim() };
}

/** What the `.slide:` comments of a slide say; later ones win. */
export function readSlideComments(text: string): Attributes {
  return takeSlideComments(text).attributes;
}

/** Takes the `.slide:` comments out. */
function takeSlideComments(text: string): { readonly text: string; readonly attributes: Attributes } {
  if (!text.includes(".slide")) return { text, attributes: new Map() };
  const attributes = new Map<string, string>();
  const edits: TextEdit[] = [];
  for (const { start, end } of findComments(maskCode(text))) {
    const read = readAttributeComment(text.slice(start + 4, end - 3));
    if (read?.of !== "slide") continue;
    for (const [name, value] of read.attributes) attributes.set(name, value);
    edits.push({ start, end: text[end] === "\n" && (start === 0 || text[start - 1] === "\n") ? end + 1 : end, text: "" });
  }
  return { text: applyTextEdits(text, edits), attributes };
}

/** `<aside class="notes">` holds notes too. */
function takeAsides(text: string): { readonly text: string; readonly notes: readonly string[] } {
  if (!/<aside\b/.test(text)) return { text, notes: [] };
  const notes: string[] = [];
  const edits: TextEdit[] = [];
  const tags = readTags(maskCode(text, { comments: true })).filter(({ name }) => name === "aside");
  tags.forEach((tag, index) => {
    const close = tags[index + 1];
    if (tag.kind !== "open" || close?.kind !== "close") return;
    if (!tag.attributes.some(({ name, value }) => name === "class" && value?.split(/\s+/).includes("notes"))) return;
    notes.push(text.slice(tag.end, close.start).trim());
    edits.push({ start: tag.start, end: close.end, text: "" });
  });
  return { text: applyTextEdits(text, edits), notes };
}

/**
 * Line steps as both know them, but for an empty first group, which means all lines; none at all, which asks for numbers;
 * and `25:`, which numbers the lines from there, where the steps count from one.
 */
function numberLines(text: string): string {
  return mapFenceInfos(text, (info) => {
    const steps = /\[\s*(?:(\d{0,6}):)?\s*([\d,|\s-]*)\]/.exec(info);
    if (steps === null) return undefined;
    const first = Number(steps[1] || 1);
    const written = (steps[2] ?? "").replace(/\s+/g, "").replace(/\d+/g, (line) => String(Number(line) + first - 1));
    const numbers = first > 1 ? `{lines:true,startLine:${first}}` : "";
    const before = info.slice(0, steps.index).trimEnd();
    const after = info.slice(steps.index + steps[0].length);
    if (written === "") return `${before} ${numbers || "{lines:true}"}${after}`;
    return `${before} [${written.startsWith("|") ? `all${written}` : written}]${numbers}${after}`;
  });
}
