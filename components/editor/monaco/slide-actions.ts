import type { CodeEditor, Monaco } from "@/components/editor/monaco/load-monaco";
import type { EditorSession } from "@/components/editor/session/editor-session";
import { addSlideAfter, deleteSlidesOf, duplicateSlidesOf, moveSlidesBy, toggleHidden } from "@/components/editor/slides/slide-acts";

/** What can be done with the slide under the caret, by name in the palette and by key. Returns what takes it away. */
export function addSlideActions({ KeyMod, KeyCode }: Monaco, target: CodeEditor, session: EditorSession): () => void {
  const current = () => session.caret.get().slideKey;
  const verbs: readonly { readonly id: string; readonly label: string; readonly keys?: number; readonly run: () => unknown }[] = [
    { id: "slide.add", label: "Slide: Add After", keys: KeyMod.CtrlCmd | KeyMod.Alt | KeyCode.Enter, run: () => addSlideAfter(session, current()) },
    { id: "slide.duplicate", label: "Slide: Duplicate", run: () => duplicateSlidesOf(session, [current()]) },
    { id: "slide.delete", label: "Slide: Delete", run: () => deleteSlidesOf(session, [current()]) },
    {
      id: "slide.move-up",
      label: "Slide: Move Up",
      keys: KeyMod.CtrlCmd | KeyMod.Alt | KeyCode.PageUp,
      run: () => moveSlidesBy(session, [current()], -1),
    },
    {
      id: "slide.move-down",
      label: "Slide: Move Down",
      keys: KeyMod.CtrlCmd | KeyMod.Alt | KeyCode.PageDown,
      run: () => moveSlidesBy(session, [current()], 1),
    },
    { id: "slide.hide", label: "Slide: Hide or Show Again", run: () => toggleHidden(session, [current()]) },
    { id: "slide.settings", label: "Slide: Settings", run: () => session.settings.open({ kind: "slides", keys: [current()] }) },
    { id: "deck.settings", label: "Deck: Settings", run: () => session.settings.open({ kind: "deck" }) },
  ];
  const actions = verbs.map(({ id, label, keys, run }) =>
    target.addAction({
      id: `lectern.${id}`,
      label,
      precondition: "!editorReadonly",
      ...(keys === undefined ? {} : { keybindings: [keys] }),
      run: () => void run(),
    }),
  );
  return () => {
    for (const action of actions) action.dispose();
  };
}
