import { languageFor } from "@/lib/deck/language";
import { readTags, voidElements, type Tag } from "@/lib/deck/import/html-tags";
import { maskCode } from "@/lib/deck/import/masked-text";
import { readSourceLines } from "@/lib/deck/import/source-lines";
import type { ClickUnit } from "./click-places";
import { classOfMark, markOf } from "./click-marks";
import { readClicks, withLast, type Clicks } from "./click-values";

/** How a tag around something stands: alone at the margin before Markdown, alone elsewhere, within a line. */
export type Form = "box" | "block" | "inline";

/** An element with a directive, a `<v-click>`, or one case of a switch. */
export interface AnimatedTag extends ClickUnit {
  readonly kind: "element" | "wrapper" | "case";
  readonly open: Tag;
  readonly close: Tag | undefined;
  readonly form: Form;
  /** An element that is no part of a line comes first in it. */
  readonly holdsBlock: boolean;
  readonly hides: boolean;
  /** It shows all the while, and looks so from its press on. */
  readonly look?: string;
  /** Attributes that say so. */
  readonly drop: readonly string[];
}

/** `<v-clicks>` around one list. */
export interface AnimatedList extends ClickUnit {
  readonly kind: "list";
  readonly open: Tag;
  readonly close: Tag;
  readonly form: Form;
  /** To which depth its items appear, and how many at a time. */
  readonly depth: number;
  readonly every: number;
  /** It has no deeper items. */
  readonly isFlat: boolean;
}

export interface AnimatedSwitch extends ClickUnit {
  readonly kind: "switch";
  readonly open: Tag;
  readonly close: Tag;
  /** Counted from the switch's first press, which is 1. */
  readonly cases: readonly (AnimatedTag & { readonly from: number; readonly until: number })[];
}

/** A block of code with steps. */
export interface AnimatedCode extends ClickUnit {
  readonly kind: "code";
  readonly line: string;
  readonly isHidden: boolean;
  /** Where the line that closes it ends. */
  readonly closing: number;
}

/** `box` is a fragment of the deck language, as the steps of a magic move are; `gap` is a tag for presses alone, and of what is `counted` nothing shows here. */
interface AnimatedOther extends ClickUnit {
  readonly kind: "box" | "counted" | "gap";
}

export type Animated = AnimatedTag | AnimatedList | AnimatedSwitch | AnimatedCode | AnimatedOther;

const directive = /^v-(?:click|after)(?:\.[\w.-]+)?$|^v-click-hide$/;
const wrapper = /^(?:v-click|VClick|v-after|VAfter)$/;
const list = /^(?:v-clicks|VClicks)$/;
const switches = /^(?:v-switch|VSwitch)$/;
/** Elements of HTML; all others are components, whose inside is theirs. */
const htmlElement = /^[a-z][a-z0-9]*$/;

/** All that a slide animates, and tags that close themselves where HTML knows no such thing. */
export function readAnimated(text: string): { readonly animated: readonly Animated[]; readonly odd: readonly Tag[] } {
  const tags = readTags(maskCode(text, { comments: true }));
  const closes = pairTags(tags);
  const casesOf = readCases(tags, closes);
  const odd: Tag[] = [];
  let listEnd = 0;
  const animated = tags.flatMap((tag): readonly Animated[] => {
    if (tag.kind === "close") return [];
    const close = closes.get(tag);
    if (list.test(tag.name)) {
      // Of one within another nobody knows the order; the outer one animates its items.
      if (tag.start < listEnd) return [];
      listEnd = close?.end ?? listEnd;
    }
    const unit = readUnit(text, { tag, close, cases: casesOf.get(tag) ?? [] });
    if (unit === undefined && tag.kind === "selfClosing" && htmlElement.test(tag.name) && !voidElements.has(tag.name)) odd.push(tag);
    return unit === undefined ? [] : [unit];
  });
  return { animated: [...animated, ...readFences(text)].toSorted((a, b) => a.start - b.start), odd };
}

/** Each start tag with its end tag, by name. */
function pairTags(tags: readonly Tag[]): ReadonlyMap<Tag, Tag> {
  const open = new Map<string, Tag[]>();
  const pairs = new Map<Tag, Tag>();
  for (const tag of tags) {
    const same = open.get(tag.name) ?? [];
    open.set(tag.name, same);
    if (tag.kind === "open" && !voidElements.has(tag.name)) same.push(tag);
    const start = tag.kind === "close" ? same.pop() : undefined;
    if (start !== undefined) pairs.set(start, tag);
  }
  return pairs;
}

interface Read {
  readonly tag: Tag;
  readonly close: Tag | undefined;
  readonly cases: readonly Case[];
}

function readUnit(text: string, { tag, close, cases }: Read): Animated | undefined {
  const place = { start: tag.start, end: (close ?? tag).end, presses: 1 };
  if (wrapper.test(tag.name)) {
    const clicks = /after/i.test(tag.name) ? withLast : readAt(tag);
    // What never appears by a press shows always: its tags go.
    return close === undefined ? undefined : { kind: "wrapper", ...place, ...tagUnit(text, tag, close), clicks: clicks ?? always };
  }
  if (list.test(tag.name)) return close === undefined ? undefined : readList(text, tag, close);
  if (switches.test(tag.name))
    return close === undefined || cases.length === 0 || cases.length > maxCases ? undefined : readSwitch(text, { tag, close, cases });
  const mark = markOf(tag);
  const own = tag.attributes.find(({ name }) => directive.test(name));
  if (tag.name === "v-click-gap" || tag.name === "VClickGap") {
    const size = Number(tag.attributes.find(({ name }) => /^:?size$/.test(name))?.value ?? 1);
    return { kind: "gap", ...place, clicks: { from: { value: Number.isFinite(size) ? size : 1, isRelative: true } } };
  }
  if (own === undefined) return mark === undefined ? undefined : readMark(text, { tag, close, mark });
  const clicks = own.name.startsWith("v-after") ? withLast : readClicks(own.value, "expression");
  if (!htmlElement.test(tag.name)) return counted(place, clicks);
  return { kind: "element", ...place, ...tagUnit(text, tag, close), clicks: clicks ?? always };
}

/** Words that are marked with a press. */
function readMark(
  text: string,
  { tag, close, mark }: Omit<Read, "cases"> & { readonly mark: NonNullable<ReturnType<typeof markOf>> },
): Animated | undefined {
  const place = { start: tag.start, end: (close ?? tag).end, presses: 1 };
  const clicks = readClicks(mark.value, "expression");
  if (clicks === undefined || !htmlElement.test(tag.name) || close === undefined) return counted(place, clicks);
  const unit = tagUnit(text, tag, close);
  // A mark that goes again stays here.
  return {
    kind: "element",
    ...place,
    ...unit,
    drop: [...unit.drop, mark.name],
    hides: false,
    look: classOfMark(mark),
    clicks: { from: clicks.from },
  };
}

/** More than that nobody switches through. */
const maxCases = 100;

/** Before the first press. */
const always: Clicks = { from: { value: 0, isRelative: false } };

function counted(place: Omit<ClickUnit, "clicks">, clicks: Clicks | undefined): Animated | undefined {
  return clicks === undefined ? undefined : { kind: "counted", ...place, clicks };
}

function tagUnit(text: string, open: Tag, close: Tag | undefined) {
  const drop = open.attributes.map(({ name }) => name).filter((name) => directive.test(name));
  const hides = open.attributes.some(({ name }) => (directive.test(name) && /\.hide\b|^v-click-hide$/.test(name)) || name === "hide");
  return { open, close, drop, hides, form: formOf(text, open, close), holdsBlock: blockStart.test(text.slice(open.end, open.end + 200)) };
}

const blockStart = /^\s*<(?:div|p|ul|ol|dl|table|h[1-6]|pre|blockquote|section|article|figure|center|details)\b/;

function readAt({ attributes }: Tag): Clicks | undefined {
  const at = attributes.find(({ name }) => name === "at" || name === ":at");
  return readClicks(at?.value, at?.name === ":at" ? "expression" : "text");
}

/** Where both tags stand alone at the margin and a blank line follows, what is between them is Markdown. */
function formOf(text: string, open: Tag, close: Tag | undefined): Form {
  if (close === undefined || !isAlone(text, open) || !isAlone(text, close)) return "inline";
  const isAtMargin = [open, close].every(({ start }) => start === 0 || text[start - 1] === "\n");
  return isAtMargin && [open, close].every(({ end }) => /^[ \t]*(?:\n[ \t]*\n|\n?[ \t]*$)/.test(text.slice(end, end + 200))) ? "box" : "block";
}

function isAlone(text: string, { start, end }: Tag): boolean {
  const lineEnd = text.indexOf("\n", end);
  return (
    text.slice(text.lastIndexOf("\n", start - 1) + 1, start).trim() === "" && text.slice(end, lineEnd === -1 ? undefined : lineEnd).trim() === ""
  );
}

function readList(text: string, open: Tag, close: Tag): AnimatedList | undefined {
  const valueOf = (key: string) => Number(open.attributes.find(({ name }) => name === key || name === `:${key}`)?.value ?? 1) || 1;
  const depth = Math.max(1, valueOf("depth"));
  const every = Math.max(1, valueOf("every"));
  const counts = countItems(text.slice(open.end, close.start));
  const items = counts.slice(0, depth).reduce((sum, count) => sum + count, 0);
  const clicks = readAt(open);
  if (clicks === undefined) return undefined;
  const presses = Math.max(1, Math.ceil(items / every));
  const place = { start: open.start, end: close.end, presses, clicks };
  return { kind: "list", ...place, open, close, form: formOf(text, open, close), depth, every, isFlat: counts.length <= depth };
}

/** How many items the lists have at each depth. */
function countItems(markdown: string): readonly number[] {
  const counts: number[] = [];
  let level = languageFor({ breaks: false }).lexBlocks(markdown);
  while (level.length > 0) {
    const items = level.flatMap((token) => (token.type === "list" ? token.items : []));
    if (items.length > 0) counts.push(items.length);
    level = items.flatMap(({ tokens }) => tokens);
  }
  return counts;
}

/** One template of a switch, `#1` or `#5-7`. */
interface Case {
  readonly tag: Tag;
  readonly close: Tag;
  readonly from: number;
  readonly to: number | undefined;
}

/** The templates right within each switch. */
function readCases(tags: readonly Tag[], closes: ReadonlyMap<Tag, Tag>): ReadonlyMap<Tag, readonly Case[]> {
  const cases = new Map<Tag, Case[]>();
  const open: Tag[] = [];
  for (const tag of tags) {
    const current = open.at(-1);
    if (switches.test(tag.name)) {
      if (tag.kind === "open" && closes.has(tag)) open.push(tag);
      else if (tag.kind === "close" && current !== undefined && closes.get(current) === tag) open.pop();
    } else if (tag.name === "template" && tag.kind === "open" && current !== undefined) {
      const [, from, to] = tag.attributes.map(({ name }) => /^(?:#|v-slot:)(\d{1,4})(?:-(\d{1,4}))?$/.exec(name)).find((match) => match) ?? [];
      const close = closes.get(tag);
      if (from === undefined || close === undefined) continue;
      const same = cases.get(current) ?? [];
      cases.set(current, same);
      same.push({ tag, close, from: Number(from), to: to === undefined ? undefined : Number(to) });
    }
  }
  return cases;
}

function readSwitch(
  text: string,
  { tag, close, cases }: { readonly tag: Tag; readonly close: Tag; readonly cases: readonly Case[] },
): AnimatedSwitch {
  const sorted = cases.toSorted((a, b) => a.from - b.from);
  const read = sorted.map((one, index) => ({
    ...tagUnit(text, one.tag, one.close),
    kind: "case" as const,
    hides: false,
    start: one.tag.start,
    end: one.close.end,
    presses: 1,
    clicks: always,
    from: one.from,
    until: one.to ?? sorted[index + 1]?.from ?? one.from + 1,
  }));
  const presses = Math.max(1, Math.max(...read.map(({ until }) => until)) - 1);
  return { kind: "switch", start: tag.start, end: close.end, presses, clicks: readAt(tag) ?? always, open: tag, close, cases: read };
}

function readFences(text: string): readonly Animated[] {
  const found: Animated[] = [];
  let open: Omit<AnimatedCode, "closing"> | undefined;
  let isFenced = false;
  for (const { kind, start, text: line, info } of readSourceLines(text)) {
    if (kind === "text" && line === "::: fragment") {
      found.push({ kind: "box", start, end: start + line.length, presses: 1, clicks: readClicks(undefined, "text") ?? always });
    }
    if (kind !== "fence") continue;
    if (!isFenced) open = readCode(line, info ?? "", start);
    else if (open !== undefined) found.push({ ...open, end: open.end, closing: start + line.length });
    isFenced = !isFenced;
  }
  return found;
}

function readCode(line: string, info: string, start: number): Omit<AnimatedCode, "closing"> | undefined {
  const steps = /\{([^{}:]*)\}/.exec(info)?.[1]?.split("|") ?? [];
  if (steps.length < 2) return undefined;
  const at = /\{[^{}]*\bat:([^,{}]*)/.exec(info)?.[1];
  const isHidden = steps[0]?.trim() === "hide" && /^[`~]/.test(line);
  const clicks = readClicks(at, "expression");
  return clicks === undefined ? undefined : { kind: "code", start, end: start + line.length, presses: steps.length - 1, clicks, line, isHidden };
}
