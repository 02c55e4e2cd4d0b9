import type * as Monaco from "monaco-editor/editor";

/** Undo and redo by name in the command palette, which lists actions and leaves the built-in commands out. */
export function addUndoActions(target: Monaco.editor.IStandaloneCodeEditor): () => void {
  const actions = [
    target.addAction({
      id: "lectern.undo",
      label: "Undo",
      precondition: "!editorReadonly",
      run: (editor) => editor.trigger("palette", "undo", undefined),
    }),
    target.addAction({
      id: "lectern.redo",
      label: "Redo",
      precondition: "!editorReadonly",
      run: (editor) => editor.trigger("palette", "redo", undefined),
    }),
  ];
  return () => {
    for (const action of actions) action.dispose();
  };
}
