import type { CodeEditor, Monaco } from "@/components/editor/monaco/load-monaco";
import type { EditorSession } from "@/components/editor/session/editor-session";
import { remoteEditSource } from "@/lib/collab/client/selections";

/** Tells the session where the caret is, and whether this person moved it or a co-author's edit did. Returns its stop. */
export function trackCaret(monaco: Monaco, target: CodeEditor, session: EditorSession): () => void {
  const { ContentFlush, RecoverFromMarkers } = monaco.editor.CursorChangeReason;
  const listener = target.onDidChangeCursorPosition(({ position, reason, source }) => {
    const model = target.getModel();
    if (model === null) return;
    const isPushed = reason === ContentFlush || reason === RecoverFromMarkers || source === remoteEditSource;
    session.caret.move({ offset: model.getOffsetAt(position), line: position.lineNumber, column: position.column }, !isPushed);
  });
  return () => listener.dispose();
}
