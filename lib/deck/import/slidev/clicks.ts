import type { TextEdit } from "@/lib/deck/deck";
import { applyTextEdits } from "@/lib/deck/edits";
import { languageFor } from "@/lib/deck/language";
import { collapseBlankLines } from "@/lib/deck/import/blank-lines";
import { changeTag, readTags, voidElements, type Tag } from "@/lib/deck/import/html-tags";
import { maskCode } from "@/lib/deck/import/masked-text";

const wrappers: Readonly<Record<string, "fragment" | "incremental">> = {
  "v-click": "fragment",
  VClick: "fragment",
  "v-after": "fragment",
  VAfter: "fragment",
  "v-clicks": "incremental",
  VClicks: "incremental",
};
const directive = /^v-(?:click|after)(?:\.[\w.-]+)?$|^v-click-hide$/;
const hides = /\.hide\b|^v-click-hide$|^hide$/;
/** Elements of HTML; all others are components, whose inside is theirs. */
const htmlElement = /^[a-z][a-z0-9]*$/;

/**
 * Slidev's click animations as fragments: `<v-click>` and `<v-clicks>` around something, `v-click` on an element.
 * What hides with a click, or shows for one click alone, has reveal.js' words for that.
 */
export function convertClicks(text: string): string {
  if (!/v-click|v-after|VClick|VAfter|\/>/.test(text)) return text;
  const tags = readTags(maskCode(text, { comments: true }));
  const edits: TextEdit[] = [];
  const open: { readonly tag: Tag; readonly form: Form }[] = [];
  const places = createClickPlaces(text, tags);
  for (const tag of tags) {
    const kind = wrappers[tag.name];
    if (kind === undefined) {
      const changed = changeElement(text, tag, places);
      if (changed !== undefined) edits.push({ start: tag.start, end: tag.end, text: changed });
    } else if (tag.kind === "open") {
      open.push({ tag, form: "inline" });
    } else if (tag.kind === "close") {
      const start = open.pop();
      if (start === undefined || start.tag.name !== tag.name) continue;
      const form = formOf(text, start.tag, tag);
      edits.push(...wrap(text, { open: start.tag, close: tag, form, kind, index: places.get(start.tag), leaving: leavingOf(start.tag) }));
    }
  }
  return collapseBlankLines(applyTextEdits(text, edits));
}

type Form = "box" | "block" | "inline";

/** How something goes again, in reveal.js' words. */
type Leaving = "fade-out" | "fade-in-then-out";

function leavingOf({ attributes }: Tag): Leaving | undefined {
  if (attributes.some(({ name }) => hides.test(name))) return "fade-out";
  const at = attributes.find(({ name }) => directive.test(name) || name === "at" || name === ":at")?.value;
  const [, from, to] = /^\[\s*(\d+)\s*,\s*(\d+)\s*\]$/.exec(at ?? "") ?? [];
  return Number(to) === Number(from) + 1 ? "fade-in-then-out" : undefined;
}

/** Where both tags stand alone between blank lines they are Markdown, and a box says it nicer than HTML. */
function formOf(text: string, open: Tag, close: Tag): Form {
  const alone = isAlone(text, open) && isAlone(text, close);
  if (!alone) return "inline";
  return isApart(text, open) && isApart(text, close) ? "box" : "block";
}

function isAlone(text: string, { start, end }: Tag): boolean {
  return text.slice(text.lastIndexOf("\n", start - 1) + 1, start).trim() === "" && lineAfter(text, end).trim() === "";
}

function lineAfter(text: string, at: number): string {
  const end = text.indexOf("\n", at);
  return text.slice(at, end === -1 ? text.length : end);
}

/** At the margin, with blank lines before and after. */
function isApart(text: string, { start, end }: Tag): boolean {
  const before = text.slice(Math.max(0, start - 200), start);
  const after = text.slice(end, end + 200);
  return (/\n[ \t]*\n$/.test(before) || before.trim() === "") && (/^[ \t]*\n[ \t]*\n/.test(after) || after.trim() === "");
}

interface Wrap {
  readonly open: Tag;
  readonly close: Tag;
  readonly form: Form;
  readonly kind: "fragment" | "incremental";
  readonly index: string | undefined;
  readonly leaving: Leaving | undefined;
}

function wrap(text: string, { open, close, form, kind, index, leaving }: Wrap): readonly TextEdit[] {
  const inside = text.slice(open.end, close.start);
  const place = index === undefined || kind === "incremental" ? "" : ` data-fragment-index="${index}"`;
  if (form === "box" && kind === "incremental" && !holdsListsOnly(inside)) return wrapEach(inside, open, close);
  const isPlain = place === "" && (leaving === undefined || kind === "incremental");
  const classes = isPlain || leaving === undefined ? kind : `${kind} ${leaving}`;
  const [start, end] = {
    box: [isPlain ? `::: ${kind}` : `<div class="${classes}"${place}>`, isPlain ? ":::" : "</div>"],
    block: [`<div class="${classes}"${place}>`, "</div>"],
    inline: [`<span class="${classes}"${place}>`, "</span>"],
  }[form];
  return [
    { start: open.start, end: open.end, text: start ?? "" },
    { start: close.start, end: close.end, text: end ?? "" },
  ];
}

function holdsListsOnly(markdown: string): boolean {
  return languageFor({ breaks: false })
    .lexBlocks(markdown)
    .every(({ type }) => type === "list" || type === "space");
}

/** `<v-clicks>` around other blocks shows them one by one; a list in it item by item. */
function wrapEach(inside: string, open: Tag, close: Tag): readonly TextEdit[] {
  const edits: TextEdit[] = [{ start: open.start, end: open.end, text: "" }];
  let at = open.end;
  for (const { type, raw } of languageFor({ breaks: false }).lexBlocks(inside)) {
    if (type !== "space" && raw.trim() !== "") {
      edits.push({ start: at, end: at, text: `${at === open.end ? "\n" : ""}\n::: ${type === "list" ? "incremental" : "fragment"}\n\n` });
      const end = at + raw.trimEnd().length;
      edits.push({ start: end, end, text: "\n\n:::\n" });
    }
    at += raw.length;
  }
  edits.push({ start: close.start, end: close.end, text: "" });
  return edits;
}

/** A tag that carries a directive, or closes itself where HTML knows no such thing; undefined for all others. */
function changeElement(text: string, tag: Tag, places: ReadonlyMap<Tag, string>): string | undefined {
  if (tag.kind === "close" || !htmlElement.test(tag.name)) return undefined;
  const clicks = tag.attributes.filter(({ name }) => directive.test(name));
  const endsItself = tag.kind === "selfClosing" && !voidElements.has(tag.name);
  if (clicks.length === 0 && !endsItself) return undefined;
  const index = places.get(tag);
  const leaving = leavingOf(tag);
  const changed =
    clicks.length === 0
      ? text.slice(tag.start, tag.end)
      : changeTag(text, tag, {
          classes: leaving === undefined ? ["fragment"] : ["fragment", leaving],
          drop: clicks.map(({ name }) => name),
          ...(index === undefined ? {} : { set: { "data-fragment-index": index } }),
        });
  return endsItself ? `${changed.replace(/\s*\/>$/, ">")}</${tag.name}>` : changed;
}

/**
 * The click at which each animated element appears, for slides where that is not simply the next one: `v-after` comes
 * with the one before it, a number names its click.
 */
function createClickPlaces(text: string, tags: readonly Tag[]): ReadonlyMap<Tag, string> {
  const places = new Map<Tag, string>();
  let current = 0;
  let inOrder = true;
  let list: Tag | undefined;
  for (const tag of tags) {
    if (wrappers[tag.name] === "incremental") {
      if (list !== undefined && tag.kind === "close") current += countItems(text.slice(list.end, tag.start));
      list = tag.kind === "open" ? tag : undefined;
    }
    const at = tag.kind === "close" ? undefined : readPlace(tag);
    if (at === undefined) continue;
    const absolute = /^\[?\s*'?(\d+)/.exec(at)?.[1];
    const relative = /^\[?\s*['"]?([+-]\d+)/.exec(at)?.[1];
    if (absolute === undefined) current += Number(relative ?? 1);
    places.set(tag, absolute ?? String(current));
    if (absolute !== undefined || relative !== undefined) inOrder = false;
  }
  return inOrder ? new Map() : places;
}

/** How many clicks a `<v-clicks>` takes: one for each item of its lists, and for each block that is no list. */
function countItems(markdown: string): number {
  return languageFor({ breaks: false })
    .lexBlocks(markdown)
    .reduce((count, token) => count + (token.type === "list" ? token.items.length : token.type === "space" ? 0 : 1), 0);
}

/** What a tag says of its click: `""` for the next one, `"+0"` for that of the one before; undefined where it has none. */
function readPlace({ name, attributes }: Tag): string | undefined {
  const own = attributes.find((one) => directive.test(one.name));
  if (own !== undefined) return own.name.startsWith("v-after") ? "+0" : (own.value ?? "");
  const kind = wrappers[name];
  if (kind !== "fragment") return undefined;
  if (/after/i.test(name)) return "+0";
  return attributes.find((one) => one.name === "at" || one.name === ":at")?.value ?? "";
}
