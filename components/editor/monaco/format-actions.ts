import type { CodeEditor, Monaco } from "@/components/editor/monaco/load-monaco";
import type { EditorSession } from "@/components/editor/session/editor-session";
import { formatVerbs, headingVerbs, runFormat, type FormatKey } from "@/components/editor/toolbar/format-verbs";

/** The toolbar's verbs by key and by name in the palette. Returns what takes them away. */
export function addFormatActions(monaco: Monaco, target: CodeEditor, session: EditorSession): () => void {
  const actions = [...headingVerbs, ...formatVerbs].map((verb) =>
    target.addAction({
      id: `lectern.format.${verb.id}`,
      label: `Format: ${verb.label}`,
      keybindings: [keybinding(monaco, verb.key)],
      precondition: "!editorReadonly",
      run: () => runFormat(session, verb),
    }),
  );
  return () => {
    for (const action of actions) action.dispose();
  };
}

function keybinding({ KeyMod, KeyCode }: Monaco, { shift = false, alt = false, code }: FormatKey): number {
  return KeyMod.CtrlCmd | (shift ? KeyMod.Shift : 0) | (alt ? KeyMod.Alt : 0) | KeyCode[code];
}
