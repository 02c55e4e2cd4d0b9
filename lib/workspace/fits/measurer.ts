import type { DeckId } from "@/lib/api/ids";
import type { DiagramDrawer } from "@/lib/browser/diagram-drawer";
import type { FitMeasurer, Fits } from "@/lib/browser/fit-measurer";
import { measureFits } from "@/lib/browser/measure-fits";
import type { PageBrowser } from "@/lib/browser/page-browser";
import { parseDeck, type RenderOptions } from "@/lib/deck";
import type { Log } from "@/lib/log";
import type { StageAssets } from "@/lib/stage/assets";
import { fontsVersion } from "@/lib/themes";
import type { Database } from "@/lib/workspace/database";
import { inlineAddresses } from "@/lib/workspace/files/data-urls";
import type { FileGround } from "@/lib/workspace/files/open-file-store";
import { getFits } from "@/lib/workspace/fits/get";
import { putFits } from "@/lib/workspace/fits/put";
import { createSettling } from "@/lib/workspace/background/settling";
import { cameWithin } from "@/lib/patience";

export interface MeasurerOptions extends Pick<Database, "pool" | "prisma"> {
  readonly env: FileGround["env"];
  readonly browser: PageBrowser;
  readonly assets: StageAssets;
  readonly diagrams: DiagramDrawer;
  readonly log: Log;
}

/** An editor's browser has measured and sent its fits by then, and the diagrams are drawn. */
const settleMs = 12_000;
const diagramWaitMs = 20_000;
/** After a failure of the browser itself nobody waits for it for this long. */
const pauseMs = 60_000;
const maxTried = 1_000;

/** Keeps what is measured; a browser that fails is left alone for a while. */
export function createFitMeasurer({ env, pool, prisma, browser, assets, diagrams: drawer, log }: MeasurerOptions): FitMeasurer {
  const measuring = new Map<string, Promise<Fits>>();
  // What a slide shows of the open web is not there for the server's browser: such a slide is not tried again and again.
  const tried = new Set<string>();
  let pausedUntilMs = 0;

  async function measure(
    deckId: DeckId,
    markdown: string,
    { diagrams, kept }: { readonly diagrams: RenderOptions["diagrams"]; readonly kept: Fits },
  ): Promise<Fits> {
    try {
      // Slides that another copy of the code has read can be looked at here, but not rendered.
      const deck = parseDeck(markdown);
      const resolveUrl = await inlineAddresses({ pool, env, log }, deckId, { deck, pictureWidth: 640 });
      const measured = await measureFits(browser, deck, { assets, diagrams, resolveUrl, fits: kept });
      if (measured === undefined) {
        pausedUntilMs = Date.now() + pauseMs;
        return new Map();
      }
      const fits = [...measured].map(([slideHash, step]) => ({ slideHash, step }));
      await putFits({ pool }, deckId, { theme: deck.settings.theme, fontsVersion, fits });
      return measured;
    } catch (error) {
      pausedUntilMs = Date.now() + pauseMs;
      log.warn({ err: error, deckId }, "slides could not be measured");
      return new Map();
    }
  }

  const fitsOf: FitMeasurer["fitsOf"] = async (deckId, { markdown, deck }, { diagrams, waitMs }) => {
    const { theme } = deck.settings;
    const kept = await getFits({ prisma }, deckId, { theme, fontsVersion });
    const missing = deck.slides.filter(({ hash, settings }) => !settings.hidden && !kept.has(hash));
    const key = `${deckId} ${theme} ${missing.map(({ hash }) => hash).join(" ")}`;
    if (missing.length === 0 || (tried.has(key) && !measuring.has(key)) || Date.now() < pausedUntilMs) return kept;
    // Two that ask for the same at once wait for the same page.
    const started = measuring.get(key) ?? measure(deckId, markdown, { diagrams, kept }).finally(() => measuring.delete(key));
    measuring.set(key, started);
    if (tried.size >= maxTried) tried.clear();
    tried.add(key);
    return new Map([...kept, ...((await cameWithin(waitMs, started)) ?? [])]);
  };

  const measureSettled = async (deckId: DeckId): Promise<void> => {
    const row = await prisma.deckText.findUnique({ where: { deckId }, select: { markdown: true } });
    if (row === null) return;
    const { markdown } = row;
    const deck = parseDeck(markdown);
    const diagrams = await drawer.drawingsOf(deckId, deck, { waitMs: diagramWaitMs });
    await fitsOf(deckId, { markdown, deck }, { diagrams, waitMs: pauseMs });
  };

  const { settled, stop } = createSettling(measureSettled, { afterMs: settleMs, log, failure: "slides could not be measured" });
  return { fitsOf, settled, stop };
}
