import type { TextModel } from "@/components/editor/monaco/load-monaco";
import type { EditorSession } from "@/components/editor/session/editor-session";
import type { Deck } from "@/lib/deck";

/** Sessions by model: Monaco's providers are registered for the language, once for all editors of the page. */
const sessions = new WeakMap<TextModel, EditorSession>();

/** Lets providers find the deck of this model. Returns its stop. */
export function knowDeckOf(model: TextModel, session: EditorSession): () => void {
  sessions.set(model, session);
  return () => sessions.delete(model);
}

/** The session that edits a model. */
export function sessionOf(model: TextModel): EditorSession | undefined {
  return sessions.get(model);
}

/** The deck of a model, as long as it speaks of the model's present text. */
export function deckOf(model: TextModel): Deck | undefined {
  const session = sessions.get(model);
  session?.live.flush();
  const deck = session?.live.snapshot().deck;
  return deck?.source.length === model.getValueLength() ? deck : undefined;
}
