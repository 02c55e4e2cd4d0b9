import { renderInputOf } from "@/lib/deck/slide-data";
import type { Deck, TextEdit } from "@/lib/deck/deck";
import { applyTextEdits } from "@/lib/deck/edits";
import { readFrontMatter } from "@/lib/deck/front-matter";
import { changeBetween, resplit, withEnds } from "@/lib/deck/resplit";
import type { Piece } from "@/lib/deck/split";
import { joinParts, type PlacedPart } from "./breaks";
import { addsNothing, inheritedSettings, missingSettings, withValues, type Carried, type SettingValues } from "./inherited-settings";
import { endOfShown, leftBehind } from "./left-behind";
import { findSettingLines, ownSettings } from "./setting-lines";
import { slideCores } from "./slide-cores";

/** One slide of the deck as it is to be. */
export type Part =
  /** Stays where it stands; kept slides are in their old order. */
  | { readonly kind: "kept"; readonly index: number }
  /** The text of a slide at another place. */
  | { readonly kind: "copy"; readonly index: number }
  | { readonly kind: "new"; readonly text: string };

/**
 * The edits that give the deck these slides in this order. Every slide looks as before: what it inherited is written
 * onto it where it would lose it, definitions that others use stay. No edits where there is nothing to do, or where the
 * text can't be cut there (a block that nobody closed).
 */
export function arrangeSlides(deck: Deck, parts: readonly Part[]): TextEdit[] {
  const wanted: readonly Part[] = parts.length === 0 ? [{ kind: "new", text: "" }] : parts;
  const placed = placeParts(deck, wanted);
  const joined = joinParts(deck, placed);
  return joined !== undefined && isAsPlanned(deck, joined.edits, joined.texts) ? joined.edits : [];
}

function placeParts(deck: Deck, parts: readonly Part[]): readonly PlacedPart[] {
  const cores = slideCores(deck);
  const textOf = (index: number) => deck.source.slice(cores[index]?.start, cores[index]?.end);
  const settings = inheritedSettings(deck);
  const left = leftBehind(deck, goneOf(deck, parts));
  const keptIndexes = parts.flatMap((part) => (part.kind === "kept" ? [part.index] : []));
  let current: SettingValues = settings.atStart;
  return parts.map((part, place): PlacedPart => {
    if (part.kind === "new") return { kind: "new", text: part.text, carried: [] };
    const slide = deck.slides[part.index];
    const want = settings.onSlide[part.index] ?? current;
    const values = slide === undefined ? {} : renderInputOf(slide).source.values;
    if (part.kind === "kept") {
      const carried = missingSettings(withValues(current, values), want);
      current = want;
      return { kind: "kept", index: part.index, carried, added: addedTo(part.index, { left, keptIndexes, text: textOf(part.index), deck }) };
    }
    const isLast = place === parts.length - 1;
    const text = textOf(part.index);
    const lines = isLast || addsNothing(current, values) ? [] : ownSettings(findSettingLines(text, deck.settings));
    return { kind: "new", text: applyTextEdits(text, lines), carried: carriedByCopy(deck, part.index, { current, want }) };
  });
}

/** A copy sets for itself alone what it had by inheritance. */
function carriedByCopy(deck: Deck, index: number, { current, want }: { readonly current: SettingValues; readonly want: SettingValues }): Carried {
  const slide = deck.slides[index];
  if (slide === undefined) return [];
  const { values, ownValues } = renderInputOf(slide).source;
  return missingSettings(withValues(current, values), want)
    .filter(([key]) => !(key in ownValues))
    .map(([key, value]) => [`_${key}`, value] as const);
}

function goneOf(deck: Deck, parts: readonly Part[]): ReadonlySet<number> {
  const there = new Set(parts.flatMap((part) => (part.kind === "new" ? [] : [part.index])));
  return new Set(deck.slides.flatMap((_, index) => (there.has(index) ? [] : [index])));
}

interface AddedContext {
  readonly left: ReadonlyMap<number, string>;
  readonly keptIndexes: readonly number[];
  readonly text: string;
  readonly deck: Deck;
}

/** What slides that went leave to this one: the last kept before them, the first of all where none is. */
function addedTo(index: number, { left, keptIndexes, text, deck }: AddedContext): { readonly at: number; readonly text: string } | undefined {
  const mine = [...left].filter(([gone]) => (keptIndexes.findLast((kept) => kept < gone) ?? keptIndexes[0]) === index);
  if (mine.length === 0) return undefined;
  const at = text.slice(0, endOfShown(text, deck.settings)).trimEnd().length;
  return { at, text: `${at === 0 ? "" : "\n\n"}${mine.map(([, kept]) => kept).join("\n\n")}` };
}

/** Reads the text as it would be: cuts and front matter have to be what was planned. */
function isAsPlanned(deck: Deck, edits: readonly TextEdit[], texts: readonly string[]): boolean {
  const text = applyTextEdits(deck.source, edits);
  const front = readFrontMatter(text);
  const frontBefore = deck.frontMatter.range?.end ?? 0;
  // Front matter at the very end of a text gets the line end that it lacks.
  const grown = frontBefore === deck.source.length && frontBefore > 0 ? front.length - 1 : front.length;
  if (front.length !== frontBefore && grown !== frontBefore) return false;
  const old = piecesOf(deck, frontBefore);
  const change = changeBetween(deck.source.slice(frontBefore), text.slice(front.length));
  const { from, to, pieces: between } = resplit(withEnds(old.map((piece) => ({ piece }))), change, deck.settings);
  const pieces = [...old.slice(0, from), ...between, ...old.slice(to)];
  return pieces.length === texts.length && pieces.every((piece, index) => piece.text.trim() === (texts[index] ?? "").trim());
}

/** The deck's slides as the splitter knows them: a thousand slides need not be read again for one that moves. */
function piecesOf(deck: Deck, bodyStart: number): readonly Piece[] {
  let end = bodyStart;
  return deck.slides.map(({ range }) => {
    const piece = { lead: deck.source.slice(end, range.start), text: deck.source.slice(range.start, range.end) };
    end = range.end;
    return piece;
  });
}
