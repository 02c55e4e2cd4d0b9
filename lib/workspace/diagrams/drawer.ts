import type { DeckId } from "@/lib/api/ids";
import type { DiagramDrawer, Drawings } from "@/lib/browser/diagram-drawer";
import { drawDiagrams } from "@/lib/browser/draw-diagrams";
import type { PageBrowser } from "@/lib/browser/page-browser";
import { parseDeck, type Deck, type DiagramDrawing, type DiagramSource } from "@/lib/deck";
import { runInBackground, type Log } from "@/lib/log";
import type { StageAssets } from "@/lib/stage/assets";
import type { Database } from "@/lib/workspace/database";
import { getDiagrams } from "@/lib/workspace/diagrams/get";
import { storeDiagrams } from "@/lib/workspace/diagrams/put";

export interface DrawerOptions extends Pick<Database, "pool"> {
  readonly browser: PageBrowser;
  readonly assets: StageAssets;
  readonly log: Log;
}

/** An editor's browser has drawn and sent its diagrams by then. */
const settleMs = 8_000;
/** After a failure of the browser itself nobody waits for it for this long. */
const pauseMs = 60_000;
/** Decks that wait to be drawn; others are drawn when somebody asks for them. */
const maxWaiting = 200;

/** Keeps what is drawn; a browser that fails is left alone for a while. */
export function createDiagramDrawer({ pool, browser, assets, log }: DrawerOptions): DiagramDrawer {
  const waiting = new Map<DeckId, ReturnType<typeof setTimeout>>();
  const drawing = new Map<string, Promise<Drawings>>();
  let pausedUntilMs = 0;

  async function draw(deckId: DeckId, missing: readonly DiagramSource[]): Promise<Drawings> {
    try {
      const drawn = (await drawDiagrams(browser, missing, { assets })) ?? new Map<string, DiagramDrawing>();
      await storeDiagrams({ pool }, deckId, drawn);
      return drawn;
    } catch (error) {
      pausedUntilMs = Date.now() + pauseMs;
      log.warn({ err: error, deckId }, "diagrams could not be drawn");
      return new Map();
    }
  }

  /** Two that ask for the same at once wait for the same page. */
  function drawOnce(deckId: DeckId, missing: readonly DiagramSource[]): Promise<Drawings> {
    const key = `${deckId} ${missing.map(({ hash }) => hash).join(" ")}`;
    const known = drawing.get(key);
    if (known) return known;
    const started = draw(deckId, missing).finally(() => drawing.delete(key));
    drawing.set(key, started);
    return started;
  }

  async function drawingsOf(deckId: DeckId, deck: Deck, { waitMs }: { readonly waitMs: number }): Promise<Drawings> {
    const wanted = deck.slides.flatMap((slide) => slide.parts.diagrams);
    if (wanted.length === 0) return new Map();
    const kept = await getDiagrams({ pool }, deckId, { hashes: wanted.map(({ hash }) => hash) });
    const missing = wanted.filter(({ hash }) => !kept.has(hash));
    if (missing.length === 0 || Date.now() < pausedUntilMs) return kept;
    return new Map([...kept, ...(await within(drawOnce(deckId, missing), waitMs))]);
  }

  async function drawSettled(deckId: DeckId): Promise<void> {
    const { rows } = await pool.query<{ markdown: string }>("SELECT markdown FROM deck_text WHERE deck_id = $1 AND markdown LIKE '%mermaid%'", [
      deckId,
    ]);
    if (rows[0]) await drawingsOf(deckId, parseDeck(rows[0].markdown), { waitMs: pauseMs });
  }

  return {
    drawingsOf,
    settled: (deckId) => {
      if (waiting.size >= maxWaiting && !waiting.has(deckId)) return;
      clearTimeout(waiting.get(deckId));
      const timer = setTimeout(() => {
        waiting.delete(deckId);
        runInBackground(drawSettled(deckId), log, "diagrams could not be drawn");
      }, settleMs);
      timer.unref();
      waiting.set(deckId, timer);
    },
    stop: () => {
      for (const timer of waiting.values()) clearTimeout(timer);
      waiting.clear();
    },
  };
}

/** What has come by then; the work goes on. */
async function within(work: Promise<Drawings>, waitMs: number): Promise<Drawings> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Drawings>((resolve) => {
    timer = setTimeout(() => resolve(new Map()), waitMs);
  });
  const drawn = await Promise.race([work, late]);
  clearTimeout(timer);
  return drawn;
}
