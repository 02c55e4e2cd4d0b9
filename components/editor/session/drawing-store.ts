import type { LiveDeck } from "@/components/editor/session/live-deck";
import type {
  ChartDrawer,
  Deck,
  DeckLinter,
  DeckStyler,
  DiagramDescriber,
  DiagramDrawing,
  EmojiNamer,
  Highlighter,
  QrEncoder,
  SlideParts,
} from "@/lib/deck";
import type { FormulaSetter } from "@/lib/stage/math";

/** What came late to the slides: what finds notices, sets formulas, reads style, draws charts and codes, names emoji, and what came of each diagram, by its hash. */
export interface DrawingStore {
  diagrams(): ReadonlyMap<string, DiagramDrawing>;
  /** True where nothing of the slide is still to come: then it can be measured. */
  isSettled(parts: SlideParts): boolean;
  /** True while CSS that all slides hang on is still to come. */
  awaitsStyles(deck: Deck): boolean;
  /** Notices are found from now on. */
  setLinter(linter: DeckLinter): void;
  /** What finds them; undefined while it is still to come. */
  linter(): DeckLinter | undefined;
  /** The deck's own CSS and colours show from now on. */
  setStyler(styler: DeckStyler): void;
  /** Charts show from now on. */
  setChartDrawer(drawChart: ChartDrawer): void;
  /** QR codes show from now on. */
  setQrEncoder(encodeQr: QrEncoder): void;
  /** Names of rare emoji show as these from now on. */
  setEmojiNamer(emojiOf: EmojiNamer): void;
  /** Diagrams are said in words from now on. */
  setDiagramDescriber(describeDiagram: DiagramDescriber): void;
  /** Formulas are set from now on. */
  setMath(setter: FormulaSetter): void;
  /** Names the formulas that can't be set; undefined while nobody sets them. */
  refusedFormulas(): FormulaSetter["refusedIn"] | undefined;
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
  let formulas: FormulaSetter | undefined;
  let linter: DeckLinter | undefined;
  let hasStyler = false;
  let hasChartDrawer = false;
  let hasEmojiNamer = false;
  return {
    diagrams: () => diagrams,
    isSettled: (parts) =>
      (!parts.math || formulas !== undefined) &&
      (!parts.styles || hasStyler) &&
      (!parts.charts || hasChartDrawer) &&
      (!parts.emoji || hasEmojiNamer) &&
      parts.diagrams.every(({ hash }) => diagrams.has(hash)),
    awaitsStyles: (deck) => !hasStyler && hasStyles(deck),
    setLinter: (given) => {
      linter = given;
      live.change({ linter });
    },
    linter: () => linter,
    setStyler: (styler) => {
      hasStyler = true;
      live.change({ styler });
    },
    setChartDrawer: (drawChart) => {
      hasChartDrawer = true;
      live.change({ drawChart });
    },
    setQrEncoder: (encodeQr) => live.change({ encodeQr }),
    setEmojiNamer: (emojiOf) => {
      hasEmojiNamer = true;
      live.change({ emojiOf });
    },
    setDiagramDescriber: (describeDiagram) => live.change({ describeDiagram }),
    refusedFormulas: () => formulas?.refusedIn,
    setMath: (setter) => {
      formulas = setter;
      live.change({ renderMath: setter.renderMath });
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

/** Does a deck write CSS or choose colours anywhere? */
export function hasStyles({ settings, slides }: Pick<Deck, "settings" | "slides">): boolean {
  return settings.style !== "" || slides.some((slide) => slide.parts.styles);
}
