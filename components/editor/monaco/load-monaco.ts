import type * as monaco from "monaco-editor/editor";
import { deckLanguage, deckLanguageConfiguration, deckLanguageId } from "@/components/editor/monaco/deck-language";
import { monacoStylesUrl, monacoUrl, workerUrl } from "@/lib/stage/generated-packages";

declare global {
  interface Window {
    MonacoEnvironment?: { getWorker(): Worker };
  }
}

export type Monaco = typeof monaco;
export type CodeEditor = monaco.editor.IStandaloneCodeEditor;
export type TextModel = monaco.editor.ITextModel;

let loading: Promise<Monaco> | undefined;

/**
 * Monaco with our language and worker, as `scripts/assets/packages.mjs` bundled it. Heavy: ask for it after the slides
 * are there. One that could not be loaded is tried again by the next who asks.
 */
export function loadMonaco(): Promise<Monaco> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<Monaco> {
  const [monaco]: [Monaco, void] = await Promise.all([import(/* turbopackIgnore: true */ monacoUrl), loadStyles()]);
  window.MonacoEnvironment = { getWorker: workerMadeAhead() };
  // Names that decks give to languages and Monaco doesn't know.
  monaco.languages.register({ id: "shell", aliases: ["bash", "zsh", "console"] });
  monaco.languages.register({ id: deckLanguageId, aliases: ["Markdown deck"] });
  monaco.languages.setMonarchTokensProvider(deckLanguageId, deckLanguage);
  monaco.languages.setLanguageConfiguration(deckLanguageId, deckLanguageConfiguration);
  return monaco;
}

/** Before all other styles, of which ours change some of Monaco's. */
function loadStyles(): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = monacoStylesUrl;
    link.onload = () => resolve();
    link.onerror = () => {
      link.remove();
      reject(new Error("The text editor's styles could not be loaded."));
    };
    document.head.prepend(link);
  });
}

/** Monaco asks for its worker when it first needs one, which may be after the network has gone: so it is there before. */
function workerMadeAhead(): () => Worker {
  const make = () => new Worker(workerUrl, { type: "module", name: "Deck source" });
  let ahead: Worker | undefined = make();
  return () => {
    const worker = ahead ?? make();
    ahead = undefined;
    return worker;
  };
}
