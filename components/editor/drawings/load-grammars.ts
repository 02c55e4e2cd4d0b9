import type { EditorSession } from "@/components/editor/session/editor-session";
import type { Highlighter } from "@/lib/deck";

/** Loads what colours a language, by its full name. */
export type LoadHighlighter = (language: string) => Promise<Highlighter>;

const loadFromNetwork: LoadHighlighter = async (language) => (await import("@/lib/stage/grammars/highlighters")).loadHighlighter(language);

/** Loads a language's grammar when the deck first holds code in it; its slides are coloured from then on. Returns its stop. */
export function loadGrammars({ live, drawings }: Pick<EditorSession, "live" | "drawings">, load = loadFromNetwork): () => void {
  const asked = new Set<string>();
  let isStopped = false;

  async function bring(language: string) {
    try {
      const highlighter = await load(language);
      if (!isStopped) drawings.putHighlighter(language, highlighter);
    } catch (error) {
      // Without a network it can't come: the code stays plain, and the next edit asks again.
      if (!(error instanceof Error)) throw error;
      asked.delete(language);
    }
  }

  const look = () => {
    for (const language of live.snapshot().deck.slides.flatMap((slide) => slide.parts.languages)) {
      if (asked.has(language) || drawings.highlighters().has(language)) continue;
      asked.add(language);
      void bring(language);
    }
  };
  const stop = live.subscribe(look);
  look();
  return () => {
    isStopped = true;
    stop();
  };
}
