import type { Deck, TextEdit } from "@/lib/deck/deck";
import { closingOf } from "./open-block";
import { endOfShown } from "./left-behind";
import { slideCores } from "./slide-cores";

/** Edits, and where the caret goes in the text after them. */
export interface CaretEdit {
  readonly edits: readonly TextEdit[];
  readonly caret: number;
}

const open = "<!-- ";
const close = " -->";

/** A place for speaker notes on a slide: behind those it has under `???` or a heading, else a comment at its end. */
export function addNotes(deck: Deck, index: number): CaretEdit | undefined {
  const core = slideCores(deck)[index];
  if (core === undefined) return undefined;
  const text = deck.source.slice(core.start, core.end);
  if (endOfShown(text, deck.settings) < text.length) return { edits: [], caret: core.end };
  const closing = closingOf(text, deck.settings);
  if (closing === undefined) return undefined;
  const lead = `${closing}${text === "" ? "" : "\n\n"}${open}`;
  return { edits: [{ start: core.end, end: core.end, text: lead + close }], caret: core.end + lead.length };
}
