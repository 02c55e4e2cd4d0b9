import type { DeckId } from "@/lib/api/ids";
import type { DiagramDrawer, Drawings } from "@/lib/browser/diagram-drawer";
import { drawDiagrams } from "@/lib/browser/draw-diagrams";
import type { PageBrowser } from "@/lib/browser/page-browser";
import { parseDeck, type Deck, type DiagramDrawing, type DiagramSource } from "@/lib/deck";
import type { Log } from "@/lib/log";
import type { StageAssets } from "@/lib/stage/assets";
import type { Database } from "@/lib/workspace/database";
import { getDiagrams } from "@/lib/workspace/diagrams/get";
import { storeDiagrams } from "@/lib/workspace/diagrams/put";
import { createSettling } from "@/lib/workspace/background/settling";
import { cameWithin } from "@/lib/patience";

export interface DrawerOptions extends Pick<Database, "pool"> {
  readonly browser: PageBrowser;
  readonly assets: StageAssets;
  readonly log: Log;
}

/** An editor's browser has drawn and sent its diagrams by then. */
const settleMs = 8_000;
/** After a failure of the browser itself nobody waits for it for this long. */
const pauseMs = 60_000;

/** Keeps what is drawn; a browser that fails is left alone for a while. */
export function createDiagramDrawer({ pool, browser, assets, log }: DrawerOptions): DiagramDrawer {
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
    return new Map([...kept, ...((await cameWithin(waitMs, drawOnce(deckId, missing))) ?? [])]);
  }

  async function drawSettled(deckId: DeckId): Promise<void> {
    const { rows } = await pool.query<{ markdown: string }>("SELECT markdown FROM deck_text WHERE deck_id = $1 AND markdown LIKE '%mermaid%'", [
      deckId,
    ]);
    if (rows[0]) await drawingsOf(deckId, parseDeck(rows[0].markdown), { waitMs: pauseMs });
  }

  const { settled, stop } = createSettling(drawSettled, { afterMs: settleMs, log, failure: "diagrams could not be drawn" });
  return { drawingsOf, settled, stop };
}
