import { refusedSentence } from "@/components/editor/session/text-edits";
import { setDeckStyle } from "@/components/editor/settings/style-block";
import type { EditorSession } from "@/components/editor/session/editor-session";
import { slideGone, textMoved, textNotThere } from "@/components/editor/slides/slide-words";
import { setFrontMatter, setSlideSettings, type Deck, type TextEdit } from "@/lib/deck";

const frontMatterBroken = "The settings at the top of the text can't be read. Mend them there first: the notices say where.";

/** Changes settings of the deck, as one undoable edit of its front matter; undefined takes one out. */
export function changeDeckSettings(session: EditorSession, changes: Readonly<Record<string, unknown>>): void {
  apply(session, (deck) => {
    const edits = setFrontMatter(deck, changes);
    const isWanted = Object.entries(changes).some(([key, value]) => JSON.stringify(deck.frontMatter.values[key]) !== JSON.stringify(value));
    return edits.length === 0 && isWanted ? frontMatterBroken : edits;
  });
}

/** Writes the deck's own CSS, as one undoable edit of its front matter; empty takes it out. */
export function changeDeckStyle(session: EditorSession, css: string): void {
  apply(session, (deck) => {
    const edits = setDeckStyle(deck, css);
    return edits.length === 0 && css.trim() !== deck.settings.style.trim() ? frontMatterBroken : edits;
  });
}

/** Changes settings of these slides alone, as one undoable edit. */
export function changeSlideSettings(session: EditorSession, keys: readonly string[], changes: Readonly<Record<string, unknown>>): void {
  apply(session, (deck) => {
    const indexes = keys.flatMap((key) => session.live.find(key)?.index ?? []);
    return indexes.length < keys.length ? slideGone : setSlideSettings(deck, indexes, changes);
  });
}

/** Edits on the newest text, or the sentence that says why there are none. */
function apply(session: EditorSession, plan: (deck: Deck) => readonly TextEdit[] | string): void {
  const pane = session.pane();
  const refuse = (sentence: string) => session.announcements.say(sentence, { tone: "refused" });
  if (pane === undefined || !session.source.canEdit) return refuse(textNotThere);
  session.live.flush();
  const { deck } = session.live.snapshot();
  const edits = plan(deck);
  if (typeof edits === "string") return refuse(edits);
  if (edits.length === 0) return;
  const refused = refusedSentence(pane.apply(edits, deck.source), textMoved);
  if (refused !== undefined) return refuse(refused);
  session.live.flush();
}
