import { html as constants, type Token } from "parse5";
import { maxStyles } from "@/lib/deck/limits";
import { allowedElements, droppedElements, placedElements } from "./allow-list";
import { readPlainTag, type WrittenTag } from "./plain-tag";

/** An element as whoever reads plain HTML is told of it. */
export interface PlainElement {
  readonly name: string;
  /** Nothing stands in it, and no end follows. */
  readonly isEmpty: boolean;
  /** May it stay in a slide? Of one that may not, what is in it stands where it stood. */
  readonly isAllowed: boolean;
}

/** Told of plain HTML piece by piece, in order, with the offsets of each; one that says no ends the reading. */
export interface PlainListener {
  /** Text as it is written: its entities are to be decoded. */
  text(at: number, end: number): boolean;
  /** Where to go on: behind the tag, or behind the element for who has taken all of it; -1 for no. */
  start(element: PlainElement, attrs: readonly Token.Attribute[], at: number, behind: number): number;
  /** A whole element whose content is no HTML: a style's CSS, a script; a frame has none. */
  raw(element: PlainElement, attrs: readonly Token.Attribute[], content: string, at: number, behind: number): boolean;
  /** Where nobody wrote the end, both offsets are the same. */
  end(element: PlainElement, at: number, behind: number): void;
  /** A comment, or an end that HTML leaves unread. */
  leaveOut(at: number, behind: number): void;
  /** What is printed already, and stands at this offset. */
  block?(html: string, at: number): void;
}

/** HTML of some blocks of a slide, and of the others what is printed already: each where it stands in that HTML, in order. */
export interface WovenHtml {
  readonly html: string;
  readonly printed: readonly { readonly at: number; readonly html: string }[];
}

export type Place = "flow" | "phrasing" | "list" | "terms" | "table" | "rows" | "cells";

/**
 * What may stand in an element: `same` for what may stand where it stands itself, `loose` for that where the end of what it
 * stands in closes it too, `text` for one that holds no tags.
 */
export type Holds = Place | "same" | "loose" | "text" | "nothing";

interface Rule extends PlainElement {
  /** Where the element may stand. */
  readonly within: Place;
  readonly holds: Holds;
  /** `a` for a link, `h` for a heading: inside, another of its kind would end it. */
  readonly kind: string;
}

/** Elements open at once; what nests deeper loses some of it in the sanitizer, and then has to be read again. */
const maxOpen = 60;
/** The same around what is printed already, which nests no deeper than the rest. */
const maxAround = 20;

const rules: ReadonlyMap<string, Rule> = new Map([
  ...placedElements.flatMap(([within, holds, names]) => names.map((name): [string, Rule] => [name, makeRule(name, within, holds)])),
  // Goes with all that is in it, wherever it stands.
  ["script", makeRule("script", "phrasing", "text")],
  // A name that HTML reads as another.
  ["image", makeRule("img", "phrasing", "nothing")],
]);

function makeRule(name: string, within: Place, holds: Holds): Rule {
  const kind = /^(?:a|h\d)$/.test(name) ? name.charAt(0) : "";
  return { name, within, holds, isEmpty: holds === "nothing", isAllowed: allowedElements.has(name), kind };
}

/**
 * HTML reads every element of another name alike, of a component's as of `mark` and `video`: it may stand among phrases, and
 * hold what may stand around it. Undefined where it reads it in a way of its own, or it is dropped.
 */
function ruleFor(written: string): Rule | undefined {
  const known = rules.get(written);
  if (known) return known;
  const name = written.toLowerCase();
  if (name !== written) return ruleFor(name);
  if (!otherName.test(name) || constants.getTagID(name) !== constants.TAG_ID.UNKNOWN || droppedElements.has(name)) return undefined;
  return makeRule(name, "phrasing", "loose");
}

const otherName = /^[a-z][a-z0-9:-]*$/;

interface Open {
  readonly rule: Rule;
  readonly holds: Place;
  /** The kinds of what is open around this place. */
  readonly inside: string;
}

const outside: Open = { rule: makeRule("", "flow", "flow"), holds: "flow", inside: "" };

/**
 * Reads HTML as plain as the renderer writes it, or an author who closes what is opened: elements each where it may
 * stand, closed there or at the end of all. Read in order its pieces are the same tree as the real parser's, at a small
 * part of its cost; false for everything that is not plain beyond doubt.
 */
export function readPlainHtml({ html, printed }: WovenHtml, listener: PlainListener): boolean {
  if (html.includes("\0") || html.includes("\r")) return false;
  const open: Open[] = [];
  let top = outside;
  let raws = 0;
  let next = 0;
  let stop = printed[0]?.at ?? Infinity;
  for (let at = 0; at < html.length || stop < Infinity;) {
    const block = printed[next];
    if (block && at >= stop) {
      if (at > stop || top.holds !== "flow" || top.inside !== "" || open.length > maxAround) return false;
      listener.block?.(block.html, at);
      stop = printed[++next]?.at ?? Infinity;
      continue;
    }
    const tag = html.indexOf("<", at);
    const end = Math.min(tag === -1 ? html.length : tag, stop);
    const sign = end > at ? 0 : html.charCodeAt(at + 1);
    if (end > at) {
      if (!(mayHoldText(top) || isBlank(html.slice(at, end))) || !listener.text(at, end)) return false;
      at = end;
    } else if (sign === slash && top !== outside && endsAt(html, at, top.rule.name)) {
      const behind = at + top.rule.name.length + 3;
      listener.end(top.rule, at, behind);
      top = open.pop() ?? outside;
      at = behind;
    } else if (sign === slash) {
      const written = readPlainTag(html, at + 1);
      if (!written) return false;
      const behind = written.end;
      const name = written.name.toLowerCase();
      if (name !== top.rule.name && isStray(name, top, open)) listener.leaveOut(at, behind);
      else {
        for (; top.rule.holds === "loose" && top.rule.name !== name; top = open.pop() ?? outside) listener.end(top.rule, at, at);
        if (top === outside || top.rule.name !== name) return false;
        listener.end(top.rule, at, behind);
        top = open.pop() ?? outside;
      }
      at = behind;
    } else if (sign === exclamation) {
      const behind = top.rule.name === "pre" ? -1 : endOfComment(html, at);
      if (behind === -1) return false;
      listener.leaveOut(at, behind);
      at = behind;
    } else {
      const written = readPlainTag(html, at);
      const rule = written && ruleFor(written.name);
      if (!rule || !mayStand(rule, top)) return false;
      const { holds } = rule;
      if (holds === "text" && ++raws > maxStyles) return false;
      const behind = holds === "text" ? tellRaw(rule, html, at, written, listener) : listener.start(rule, written.attrs, at, written.end);
      if (behind === -1) return false;
      at = behind;
      if (rule.isEmpty || behind > written.end) continue;
      if (open.push(top) > maxOpen) return false;
      const isTransparent = holds === "same" || holds === "loose" || holds === "text" || holds === "nothing";
      top = { rule, holds: isTransparent ? top.holds : holds, inside: top.inside + rule.kind };
    }
  }
  // What nobody closed ends with the text.
  for (; top !== outside; top = open.pop() ?? outside) listener.end(top.rule, html.length, html.length);
  return true;
}

const slash = 47;
const exclamation = 33;
const closing = 62;

function mayStand({ within, kind }: Rule, { holds, inside }: Open): boolean {
  return (within === holds || (within === "phrasing" && holds === "flow")) && !(kind && inside.includes(kind));
}

/**
 * True for an end that HTML leaves unread: nothing of its name or kind is open, or something stands in between that only
 * its own end closes.
 */
function isStray(name: string, top: Open, open: readonly Open[]): boolean {
  const rule = ruleFor(name);
  // These make an element where none is open.
  if (!rule || name === "p" || name === "br" || !mayHoldText(top)) return false;
  const isLoose = rule.holds === "loose";
  const found = [top, ...open.toReversed()].find((one) => one.rule.name === name || (isLoose && one.rule.holds !== "loose"))?.rule;
  return found ? found.name !== name && found.holds !== "same" : !(rule.kind && top.inside.includes(rule.kind));
}

/** The end of what is open, as the renderer writes it. */
function endsAt(html: string, at: number, name: string): boolean {
  return html.charCodeAt(at + name.length + 2) === closing && html.startsWith(name, at + 2);
}

/** Text may stand among phrases; between rows and items only space may. */
function mayHoldText({ holds }: Open): boolean {
  return holds === "flow" || holds === "phrasing";
}

function isBlank(text: string): boolean {
  return /^[ \t\n]*$/.test(text);
}

/** Tells of the element whose start is at this offset, up to its end tag; the offset behind that, or -1. */
function tellRaw(rule: Rule, html: string, at: number, { attrs, end: start }: WrittenTag, listener: PlainListener): number {
  const endTag = `</${rule.name}>`;
  const end = html.indexOf(endTag, start);
  const content = html.slice(start, end);
  if (end === -1 || /<[/!]/.test(content) || (content !== "" && rule.name === "iframe")) return -1;
  const behind = end + endTag.length;
  return listener.raw(rule, attrs, content, at, behind) ? behind : -1;
}

/** Behind the comment at this offset; -1 where there is none, or one that does not end as comments usually do. */
function endOfComment(html: string, at: number): number {
  const start = at + 4;
  if (!html.startsWith("<!--", at) || html.startsWith(">", start) || html.startsWith("->", start)) return -1;
  const end = html.indexOf("-->", start);
  return end === -1 || html.slice(start, end).includes("--!") ? -1 : end + 3;
}
