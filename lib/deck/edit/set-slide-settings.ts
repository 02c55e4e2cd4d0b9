import { appendAll } from "@/lib/deck/append-all";
import { renderInputOf } from "@/lib/deck/slide-data";
import type { Deck, TextEdit } from "@/lib/deck/deck";
import { headingEnd } from "./breaks";
import { inheritedSettings } from "./inherited-settings";
import { knownIndexes } from "./kept-parts";
import { findSettingLines } from "./setting-lines";
import { writeSettingComment, writeSettingValue } from "./setting-value";
import { slideCores } from "./slide-cores";

/** New values by key; undefined takes the slide's own setting away, so that what it inherits holds. */
export type SlideSettingChanges = Readonly<Record<string, unknown>>;

/** Changes settings of these slides alone (`<!-- _key: value -->`), each where it is written already. */
export function setSlideSettings(deck: Deck, indexes: readonly number[], changes: SlideSettingChanges): TextEdit[] {
  const cores = slideCores(deck);
  return knownIndexes(deck, indexes).flatMap((index) => {
    const core = cores[index];
    return core === undefined ? [] : editSlide(deck, { index, ...core }, changes);
  });
}

/** Leaves slides out of the talk. */
export function hideSlides(deck: Deck, indexes: readonly number[]): TextEdit[] {
  const shown = indexes.filter((index) => deck.slides[index]?.settings.hidden === false);
  return setSlideSettings(deck, shown, { hidden: true });
}

/** Takes slides back into the talk, against what they inherit if need be. */
export function showSlides(deck: Deck, indexes: readonly number[]): TextEdit[] {
  const { onSlide } = inheritedSettings(deck);
  return knownIndexes(deck, indexes)
    .filter((index) => deck.slides[index]?.settings.hidden === true)
    .flatMap((index) => setSlideSettings(deck, [index], { hidden: onSlide[index]?.get("hidden") === true ? false : undefined }));
}

interface Place {
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

function editSlide(deck: Deck, { index, start, end }: Place, changes: SlideSettingChanges): TextEdit[] {
  const slide = deck.slides[index];
  if (slide === undefined) return [];
  const text = deck.source.slice(start, end);
  const own = findSettingLines(text, deck.settings).filter((line) => line.isOwn);
  const { ownValues } = renderInputOf(slide).source;
  const edits: TextEdit[] = [];
  const missing: (readonly [string, unknown])[] = [];
  for (const [key, value] of Object.entries(changes)) {
    const lines = own.filter((line) => line.key === key);
    const last = lines.at(-1);
    if (value === undefined)
      appendAll(
        edits,
        lines.map(({ whole }) => ({ ...whole, text: "" })),
      );
    else if (last === undefined) missing.push([`_${key}`, value]);
    else if (JSON.stringify(ownValues[key]) !== JSON.stringify(value)) {
      const space = text[last.valueStart - 1] === ":" ? " " : "";
      edits.push({ start: last.valueStart, end: last.valueEnd, text: space + writeSettingValue(value) });
    }
  }
  if (missing.length > 0) edits.push(insertion(deck, { index, text }, missing));
  return edits
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .map((edit) => ({ start: start + edit.start, end: start + edit.end, text: edit.text }));
}

/** At the top of the slide; under its heading where that is the break, since above it is the slide before. */
function insertion(
  deck: Deck,
  { index, text }: { readonly index: number; readonly text: string },
  settings: readonly (readonly [string, unknown])[],
): TextEdit {
  const before = deck.slides[index - 1];
  const isWritten = before === undefined || deck.source.slice(before.range.end, deck.slides[index]?.range.start).trim() !== "";
  const at = isWritten ? 0 : headingEnd(text, deck);
  const comment = writeSettingComment(settings);
  if (at > 0) return { start: at, end: at, text: `\n\n${comment}` };
  return { start: 0, end: 0, text: text === "" ? comment : text.startsWith("<!--") ? `${comment}\n` : `${comment}\n\n` };
}
