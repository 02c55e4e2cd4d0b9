import type { LiveDeck } from "@/components/editor/session/live-deck";
import type { DiagramDrawing, Highlighter, RenderOptions, SlideParts } from "@/lib/deck";

/** What others drew into the slides: whether formulas are set, and what came of each diagram, by its hash. */
export interface DrawingStore {
  diagrams(): ReadonlyMap<string, DiagramDrawing>;
  /** True where nothing of the slide is still to come: then it can be measured. */
  isSettled(parts: SlideParts): boolean;
  /** Formulas are set from now on. */
  setMath(renderMath: NonNullable<RenderOptions["renderMath"]>): void;
  highlighters(): ReadonlyMap<string, Highlighter>;
  /** Adds what colours a language; slides that hold such code are drawn anew. Colours change no size, so nothing waits for them. */
  putHighlighter(language: string, highlighter: Highlighter): void;
  /** Adds drawings; slides that hold them are drawn anew. */
  putDiagrams(added: ReadonlyMap<string, DiagramDrawing>): void;
}

/** Starts with nothing drawn. */
export function createDrawingStore(live: Pick<LiveDeck, "change">): DrawingStore {
  let diagrams: ReadonlyMap<string, DiagramDrawing> = new Map();
  let highlighters: ReadonlyMap<string, Highlighter> = new Map();
  let hasMath = false;
  return {
    diagrams: () => diagrams,
    isSettled: (parts) => (!parts.math || hasMath) && parts.diagrams.every(({ hash }) => diagrams.has(hash)),
    setMath: (renderMath) => {
      hasMath = true;
      live.change({ renderMath });
    },
    highlighters: () => highlighters,
    putHighlighter: (language, highlighter) => {
      highlighters = new Map([...highlighters, [language, highlighter]]);
      live.change({ highlighters });
    },
    putDiagrams: (added) => {
      if (added.size === 0) return;
      diagrams = new Map([...diagrams, ...added]);
      live.change({ diagrams });
    },
  };
}
