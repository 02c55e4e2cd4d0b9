import { refusedSentence } from "@/components/editor/session/text-edits";
import type { EditorSession } from "@/components/editor/session/editor-session";
import { notCuttable, slideGone, slidesNamed, slidesWord, textMoved, textNotThere, undoneAlready } from "@/components/editor/slides/slide-words";
import {
  addSlide,
  addSlides,
  deleteSlides,
  duplicateSlides,
  hideSlides,
  moveSlides,
  placeBefore,
  showSlides,
  type Deck,
  type TextEdit,
} from "@/lib/deck";

/**
 * What people do with whole slides, from the rail, a menu or the palette. Slides are named by key and looked up in the
 * newest text, so that a co-author's edit never makes an act hit another slide. Each act is one undoable edit; all
 * of them tell what they did, and answer whether they did it.
 */

/** An act as it stands on the newest deck. */
interface Plan {
  readonly edits: readonly TextEdit[];
  readonly said: string;
  /** Index of the slide that the caret goes to. */
  readonly goTo?: number;
  /** Shown on the screen, with a button that takes it back. */
  readonly isShown?: boolean;
}

/** Adds an empty slide behind the one with this key, at the start where it is undefined. */
export function addSlideAfter(session: EditorSession, key: string | undefined, text = ""): boolean {
  return perform(session, key === undefined ? [] : [key], (deck, [after = -1]) => ({
    edits: addSlide(deck, after + 1, text),
    said: `Slide ${after + 2} added`,
    goTo: after + 1,
  }));
}

/** Inserts slides of another deck behind the one with this key; `from` names that deck. */
export function insertSlidesAfter(session: EditorSession, key: string | undefined, texts: readonly string[], from: string): boolean {
  return perform(session, key === undefined ? [] : [key], (deck, [after = -1]) => ({
    edits: addSlides(deck, after + 1, texts),
    said: `${texts.length === 1 ? "A slide" : `${texts.length} slides`} of “${from}” inserted`,
    goTo: after + 1,
    isShown: true,
  }));
}

export function duplicateSlidesOf(session: EditorSession, keys: readonly string[]): boolean {
  return perform(session, keys, (deck, indexes) => {
    const first = (indexes.at(-1) ?? -1) + 1;
    const copies = indexes.map((_, at) => first + at);
    return { edits: duplicateSlides(deck, indexes), said: `${slidesNamed(indexes)} duplicated as ${slidesNamed(copies).toLowerCase()}`, goTo: first };
  });
}

export function deleteSlidesOf(session: EditorSession, keys: readonly string[]): boolean {
  return perform(session, keys, (deck, indexes) => {
    const [first = 0] = indexes;
    const left = deck.slides.length - indexes.length;
    const title = indexes.length === 1 ? deck.slides[first]?.title : "";
    const name = title === undefined || title === "" ? slidesNamed(indexes) : `“${title}”`;
    return { edits: deleteSlides(deck, indexes), said: `${name} deleted`, goTo: Math.min(first, Math.max(0, left - 1)), isShown: true };
  });
}

/** Moves slides one place up or down; those at the edge stay. */
export function moveSlidesBy(session: EditorSession, keys: readonly string[], by: -1 | 1): boolean {
  return perform(session, keys, (deck, indexes) => {
    const [first = 0] = indexes;
    const rest = deck.slides.length - indexes.length;
    const from = placeBefore(deck, indexes, first);
    return moved(deck, indexes, Math.min(Math.max(0, from + by), rest));
  });
}

/** Moves slides before the one with this key; undefined: to the end. */
export function moveSlidesBefore(session: EditorSession, keys: readonly string[], before: string | undefined): boolean {
  return perform(session, before === undefined ? keys : [...keys, before], (deck, indexes, indexOf) => {
    const target = before === undefined ? deck.slides.length : indexOf(before);
    const chosen = keys.map(indexOf).toSorted((a, b) => a - b);
    return moved(deck, chosen, placeBefore(deck, chosen, target));
  });
}

/** Hides the slides if any of them shows, else shows them. */
export function toggleHidden(session: EditorSession, keys: readonly string[]): boolean {
  return perform(session, keys, (deck, indexes) => {
    const isHiding = indexes.some((index) => deck.slides[index]?.settings.hidden === false);
    const edits = isHiding ? hideSlides(deck, indexes) : showSlides(deck, indexes);
    return { edits, said: `${slidesNamed(indexes)} ${isHiding ? "hidden: left out of the talk" : "shown again"}` };
  });
}

function moved(deck: Deck, indexes: readonly number[], to: number): Plan {
  const edits = moveSlides(deck, indexes, to);
  const first = indexes[0] ?? 0;
  if (edits.length === 0 && placeBefore(deck, indexes, first) === to) return { edits, said: "" };
  return { edits, said: `${indexes.length === 1 ? "Slide" : slidesWord(indexes.length)} moved to ${to + 1} of ${deck.slides.length}`, goTo: to };
}

type Planner = (deck: Deck, indexes: readonly number[], indexOf: (key: string) => number) => Plan;

function perform(session: EditorSession, keys: readonly string[], plan: Planner): boolean {
  const { live, announcements } = session;
  const refuse = (sentence: string) => {
    announcements.say(sentence, { tone: "refused" });
    return false;
  };
  const pane = session.pane();
  if (pane === undefined || !session.source.canEdit) return refuse(textNotThere);
  live.flush();
  const { deck } = live.snapshot();
  const places = new Map(keys.map((key) => [key, live.find(key)?.index]));
  if ([...places.values()].includes(undefined)) return refuse(slideGone);
  const indexOf = (key: string) => places.get(key) ?? 0;
  const {
    edits,
    said,
    goTo,
    isShown = false,
  } = plan(
    deck,
    keys.map(indexOf).toSorted((a, b) => a - b),
    indexOf,
  );
  if (edits.length === 0) return said === "" ? false : refuse(notCuttable);
  const refused = refusedSentence(pane.apply(edits, deck.source), textMoved);
  if (refused !== undefined) return refuse(refused);
  live.flush();
  if (goTo !== undefined) session.goToSlide(goTo);
  const step = pane.latestStep();
  announcements.say(said, isShown ? { tone: "shown", undo: () => undoStep(session, step) } : {});
  return true;
}

/** Takes back one act, as long as it is still the latest. */
function undoStep(session: EditorSession, step: object | undefined): void {
  const pane = session.pane();
  if (step === undefined || pane?.latestStep() !== step) return session.announcements.say(undoneAlready, { tone: "refused" });
  pane.undo();
  session.live.flush();
  session.announcements.say("Undone");
}
