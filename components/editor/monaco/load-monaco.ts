import "@/components/editor/monaco/features";
import * as monaco from "monaco-editor/editor";
import { deckLanguage, deckLanguageConfiguration, deckLanguageId } from "@/components/editor/monaco/deck-language";

declare global {
  interface Window {
    MonacoEnvironment?: { getWorker(): Worker };
  }
}

export type Monaco = typeof monaco;
export type CodeEditor = monaco.editor.IStandaloneCodeEditor;
export type TextModel = monaco.editor.ITextModel;

let isReady = false;

/** Monaco with our language and worker. Heavy: reach this module through `import()` alone, after the slides are there. */
export function loadMonaco(): Monaco {
  if (isReady) return monaco;
  isReady = true;
  window.MonacoEnvironment = { getWorker: workerMadeAhead() };
  // Names that decks give to languages and Monaco doesn't know.
  monaco.languages.register({ id: "shell", aliases: ["bash", "zsh", "console"] });
  monaco.languages.register({ id: deckLanguageId, aliases: ["Markdown deck"] });
  monaco.languages.setMonarchTokensProvider(deckLanguageId, deckLanguage);
  monaco.languages.setLanguageConfiguration(deckLanguageId, deckLanguageConfiguration);
  return monaco;
}

/** Monaco asks for its worker when it first needs one, which may be after the network has gone: so it is there before. */
function workerMadeAhead(): () => Worker {
  const make = () => new Worker(new URL("./editor-worker.ts", import.meta.url), { type: "module", name: "Deck source" });
  let ahead: Worker | undefined = make();
  return () => {
    const worker = ahead ?? make();
    ahead = undefined;
    return worker;
  };
}
