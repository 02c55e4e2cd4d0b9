import { appendAll } from "@/lib/deck/append-all";
import type { Deck, TextEdit } from "@/lib/deck/deck";
import { languageFor } from "@/lib/deck/language";
import { isVisible, startsSlide } from "@/lib/deck/split";
import type { Carried } from "./inherited-settings";
import { closingOf } from "./open-block";
import { writeSettingComment } from "./setting-value";
import { slideCores, type SlideCore } from "./slide-cores";

/** A slide of the deck as it is to be, with what has to be written onto it. */
export type PlacedPart =
  | {
      readonly kind: "kept";
      readonly index: number;
      readonly carried: Carried;
      /** Text to put into the slide, at an offset of its own text. */
      readonly added: { readonly at: number; readonly text: string } | undefined;
    }
  | { readonly kind: "new"; readonly text: string; readonly carried: Carried };

export interface JoinedParts {
  readonly edits: TextEdit[];
  /** The text of every slide as it will be. */
  readonly texts: readonly string[];
}

/** What stands between two slides, and whether a line of it breaks them or the heading after it does. */
interface Gap {
  readonly text: string;
  readonly isWritten: boolean;
}

/** Puts breaks between the parts, the deck's own wherever they still fit. Undefined where a part can't be ended. */
export function joinParts(deck: Deck, parts: readonly PlacedPart[]): JoinedParts | undefined {
  const cores = slideCores(deck);
  const bodyStart = deck.frontMatter.range?.end ?? 0;
  const gaps = readGaps(deck, { cores, bodyStart });
  const line = breakLine(gaps);
  const edits: TextEdit[] = [];
  const texts: string[] = [];
  let previous = -1;
  let pending: string[] = [];

  const closeStretch = (next: number, core: SlideCore) => {
    const start = cores[previous]?.end ?? bodyStart;
    const isUntouched = pending.length === 0 && next === previous + 1;
    if (!isUntouched) edits.push(...replaceEdit(deck.source, { start, end: core.start }, stretchOf(next)));
    pending = [];
    previous = next;
  };
  /** The text between the last kept slide and the next, with the new slides in it. */
  const stretchOf = (next: number): string => {
    const isEnd = next === cores.length;
    const first = previous === -1 ? (gaps[0]?.text ?? "") : undefined;
    let text = first ?? "";
    let before = previous === -1 ? undefined : texts[texts.length - pending.length - 1 - (isEnd ? 0 : 1)];
    for (const part of pending) {
      if (before !== undefined) text += gapBefore(part, before);
      text += part;
      before = part;
    }
    if (isEnd) return text + (before === undefined ? "" : (gaps[cores.length]?.text ?? ""));
    const own = gaps[next];
    if (before === undefined) return text;
    return text + (own === undefined ? gapBefore(texts.at(-1) ?? "", before) : fitGap(own, texts.at(-1) ?? "", before));
  };
  const canFollow = (text: string, before: string) => startsAtHeading(text, deck) && shows(before, deck);
  const gapBefore = (text: string, before: string) => (canFollow(text, before) ? "\n\n" : `\n\n${line}\n\n`);
  const fitGap = (own: Gap, text: string, before: string) => {
    if (!own.isWritten) return canFollow(text, before) ? (own.text.startsWith("\n\n") ? own.text : "\n\n") : `\n\n${line}\n\n`;
    const spaced = /^[^\S\n]*\n[^\S\n]*\n/.test(own.text) ? own.text : `\n\n${own.text.trimStart()}`;
    return spaced.endsWith("\n") ? spaced : `${spaced}\n\n`;
  };

  for (const [place, part] of parts.entries()) {
    const isFollowed = place < parts.length - 1;
    if (part.kind === "new") {
      const closing = isFollowed ? closingOf(part.text, deck.settings) : "";
      if (closing === undefined) return undefined;
      const own = withCarried(part.text, part.carried, { deck, before: texts.at(-1) }) + closing;
      pending.push(own);
      texts.push(own);
      continue;
    }
    const core = cores[part.index] ?? { start: bodyStart, end: bodyStart };
    const kept = keepPart(deck, core, { part, before: texts.at(-1), mustEnd: isFollowed && part.index === cores.length - 1 });
    if (kept === undefined) return undefined;
    texts.push(kept.text);
    closeStretch(part.index, core);
    appendAll(edits, kept.edits);
  }
  if (pending.length > 0 || previous < cores.length - 1) {
    closeStretch(cores.length, { start: deck.source.length, end: deck.source.length });
  }
  return { edits: mergeTouching(edits), texts };
}

interface KeptContext {
  readonly part: Extract<PlacedPart, { kind: "kept" }>;
  readonly before: string | undefined;
  readonly mustEnd: boolean;
}

/** A slide that stays: what is put into it, and its text then. */
function keepPart(
  deck: Deck,
  core: SlideCore,
  { part, before, mustEnd }: KeptContext,
): { readonly edits: TextEdit[]; readonly text: string } | undefined {
  const text = deck.source.slice(core.start, core.end);
  const closing = mustEnd ? closingOf(text, deck.settings) : "";
  if (closing === undefined) return undefined;
  const inserts = [
    ...(part.carried.length === 0 ? [] : [carriedInsert(text, part.carried, { deck, before })]),
    ...(part.added === undefined ? [] : [part.added]),
    ...(closing === "" ? [] : [{ at: text.length, text: closing }]),
  ];
  let changed = text;
  for (const insert of inserts.toReversed()) changed = changed.slice(0, insert.at) + insert.text + changed.slice(insert.at);
  return { edits: inserts.map(({ at, text: inserted }) => ({ start: core.start + at, end: core.start + at, text: inserted })), text: changed };
}

interface CarriedContext {
  readonly deck: Deck;
  /** The text of the slide before, undefined at the start. */
  readonly before: string | undefined;
}

function withCarried(text: string, carried: Carried, context: CarriedContext): string {
  if (carried.length === 0) return text;
  const { at, text: inserted } = carriedInsert(text, carried, context);
  return text.slice(0, at) + inserted + text.slice(at);
}

/** Settings stand at the top; where a heading is the break, above it would be the slide before. */
function carriedInsert(text: string, carried: Carried, { deck, before }: CarriedContext): { readonly at: number; readonly text: string } {
  const comment = writeSettingComment(carried);
  const at = before !== undefined && shows(before, deck) ? headingEnd(text, deck) : 0;
  if (at > 0) return { at, text: `\n\n${comment}` };
  return { at: 0, text: text === "" ? comment : text.startsWith("<!--") ? `${comment}\n` : `${comment}\n\n` };
}

/** Where the heading that breaks ends; 0 where the text doesn't start with one. */
export function headingEnd(text: string, deck: Deck): number {
  const [first] = deck.settings.headingDivider.length === 0 ? [] : languageFor(deck.settings).lexBlocks(text);
  return first !== undefined && startsSlide(first, deck.settings.headingDivider) ? first.raw.trimEnd().length : 0;
}

function startsAtHeading(text: string, deck: Deck): boolean {
  return headingEnd(text, deck) > 0;
}

function shows(text: string, deck: Deck): boolean {
  return languageFor(deck.settings).lexBlocks(text).some(isVisible);
}

/** The gap before every slide, and the one behind the last. */
function readGaps(deck: Deck, { cores, bodyStart }: { readonly cores: readonly SlideCore[]; readonly bodyStart: number }): readonly Gap[] {
  const ends = [bodyStart, ...cores.map((core) => core.end)];
  return ends.map((end, index) => {
    const text = deck.source.slice(end, cores[index]?.start ?? deck.source.length);
    return { text, isWritten: text.trim() !== "" };
  });
}

/** The deck's own way to write a break. */
function breakLine(gaps: readonly Gap[]): string {
  return gaps.find((gap) => gap.isWritten)?.text.trim() ?? "---";
}

/** One edit for a stretch, without what is the same at both its ends. */
function replaceEdit(source: string, { start, end }: SlideCore, text: string): TextEdit[] {
  const old = source.slice(start, end);
  if (old === text) return [];
  const most = Math.min(old.length, text.length);
  let head = 0;
  while (head < most && old[head] === text[head]) head++;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === text[text.length - 1 - tail]) tail++;
  if (isHighHalf(old.charCodeAt(head - 1))) head--;
  if (isHighHalf(old.charCodeAt(old.length - 1 - tail))) tail--;
  return [{ start: start + head, end: end - tail, text: text.slice(head, text.length - tail) }];
}

/** The first half of a character beyond 65,536: an edit must not come between it and the second. */
function isHighHalf(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

/** Edits at one place become one, in their order. */
function mergeTouching(edits: readonly TextEdit[]): TextEdit[] {
  const merged: TextEdit[] = [];
  for (const edit of edits) {
    const last = merged.at(-1);
    if (last !== undefined && last.end === edit.start) merged[merged.length - 1] = { start: last.start, end: edit.end, text: last.text + edit.text };
    else merged.push(edit);
  }
  return merged;
}
