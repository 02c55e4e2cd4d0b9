import { expect, test } from "vitest";
import { createEditorSession, type EditorSession } from "@/components/editor/session/editor-session";
import { addSlideAfter, deleteSlidesOf, moveSlidesBefore, moveSlidesBy, toggleHidden } from "@/components/editor/slides/slide-acts";
import { applyToText } from "@/components/editor/session/text-edits";
import { createLocalSource } from "@/lib/collab/client/local-source";
import * as Y from "yjs";

const source = "# One\n\n---\n\n# Two\n\n---\n\n# Three\n";

/** A session whose text pane writes straight into the shared text, as Monaco's does. */
function openSession(markdown = source): EditorSession & { readonly undo: Y.UndoManager } {
  const local = createLocalSource(markdown, { name: "Ana", color: "teal" });
  const session = createEditorSession({ source: local, render: {}, initialMarkdown: undefined, files: undefined, schedule: () => () => undefined });
  const origin = {};
  const undo = new Y.UndoManager(local.text, { trackedOrigins: new Set([origin]), captureTimeout: 0 });
  session.start();
  session.setPane({
    goTo: (offset) => session.caret.move({ offset, line: 1, column: 1 }, true),
    reveal: () => undefined,
    setCaret: () => undefined,
    selection: () => undefined,
    addStep: () => undefined,
    offsetAt: () => undefined,
    markPlace: () => undefined,
    insert: () => undefined,
    apply: (edits, expected) => applyToText(local.text, edits, { origin, expected }),
    format: () => false,
    place: () => false,
    undo: () => void undo.undo(),
    redo: () => void undo.redo(),
    latestStep: () => undo.undoStack.at(-1),
    run: () => undefined,
  });
  return Object.assign(session, { undo });
}

const keysOf = (session: EditorSession) => session.live.snapshot().keys;
const titlesOf = (session: EditorSession) => session.live.snapshot().deck.slides.map((slide) => slide.title);
const said = (session: EditorSession) => session.announcements.latest()?.sentence;

test("a slide moves, keeps its key, takes the caret along, and says where it is", () => {
  const session = openSession();
  const key = keysOf(session)[2] ?? "";
  expect(moveSlidesBy(session, [key], -1)).toBe(true);
  expect([titlesOf(session), keysOf(session)[1], session.caret.get().slideIndex, said(session)]).toEqual([
    ["One", "Three", "Two"],
    key,
    1,
    "Slide moved to 2 of 3",
  ]);
});

test("the first slide can't move up, and nothing is said", () => {
  const session = openSession();
  expect([moveSlidesBy(session, [keysOf(session)[0] ?? ""], -1), said(session)]).toEqual([false, undefined]);
});

test("a slide is dropped before another one, whatever a co-author put before it meanwhile", () => {
  const session = openSession();
  const [one, , three] = keysOf(session);
  session.source.text.insert(0, "# Zero\n\n---\n\n");
  expect(moveSlidesBefore(session, [three ?? ""], one)).toBe(true);
  expect(titlesOf(session)).toEqual(["Zero", "Three", "One", "Two"]);
});

test("a slide that a co-author took out meanwhile is not mistaken for another", () => {
  const session = openSession();
  const two = keysOf(session)[1] ?? "";
  session.source.text.delete(source.indexOf("# Two"), "# Two\n\n---\n\n".length);
  expect(deleteSlidesOf(session, [two])).toBe(false);
  expect([titlesOf(session), said(session)]).toEqual([["One", "Three"], "A co-author took that slide out meanwhile. Nothing was changed."]);
});

test("deleting can be taken back from what is said about it", () => {
  const session = openSession();
  deleteSlidesOf(session, [keysOf(session)[1] ?? ""]);
  expect([titlesOf(session), said(session)]).toEqual([["One", "Three"], "“Two” deleted"]);
  session.announcements.latest()?.undo?.();
  expect(session.source.text.toString()).toBe(source);
});

test("what was done after a deletion is not taken back in its stead", () => {
  const session = openSession();
  deleteSlidesOf(session, [keysOf(session)[1] ?? ""]);
  const undo = session.announcements.latest()?.undo;
  addSlideAfter(session, keysOf(session)[0]);
  undo?.();
  expect(titlesOf(session)).toEqual(["One", "", "Three"]);
});

test("several slides are hidden together and shown together", () => {
  const session = openSession();
  const chosen = keysOf(session).slice(1);
  toggleHidden(session, chosen);
  const hidden = () => session.live.snapshot().deck.slides.map((slide) => slide.settings.hidden);
  expect([hidden(), said(session)]).toEqual([[false, true, true], "Slides 2 to 3 hidden: left out of the talk"]);
  toggleHidden(session, chosen);
  expect(session.source.text.toString()).toBe(source);
});
