import type { CodeEditor } from "@/components/editor/monaco/load-monaco";
import type { EditorSession } from "@/components/editor/session/editor-session";

/** Puts the deck's history into the command palette; whoever may only comment looks at it too. Returns its stop. */
export function addHistoryAction(target: CodeEditor, session: EditorSession): () => void {
  if (!session.hasHistory) return () => undefined;
  const action = target.addAction({ id: "lectern.history", label: "History", run: () => session.settings.open({ kind: "history" }) });
  return () => action.dispose();
}
