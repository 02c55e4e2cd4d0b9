import { insertPictures } from "@/components/editor/files/insert-picture";
import type { CodeEditor } from "@/components/editor/monaco/load-monaco";
import type { EditorSession } from "@/components/editor/session/editor-session";

/** Puts the file chooser into the command palette and the context menu. Returns its stop. */
export function addPictureAction(target: CodeEditor, session: EditorSession): () => void {
  if (session.uploads === undefined) return () => undefined;
  const action = target.addAction({
    id: "lectern.insertPicture",
    label: "Insert Picture, Film or Sound…",
    precondition: "!editorReadonly",
    contextMenuGroupId: "9_cutcopypaste",
    contextMenuOrder: 9,
    run: () => insertPictures(session),
  });
  return () => action.dispose();
}
