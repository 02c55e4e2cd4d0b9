import type { EditorSession } from "@/components/editor/session/editor-session";
import { ApiError } from "@/lib/api/api-error";
import { putFits } from "@/lib/api/client";
import { fitSteps } from "@/lib/api/fits";
import { maxFitsPerCall } from "@/lib/api/limits";
import { fontsVersion } from "@/lib/themes";

/** Texts on their way from one state to another aren't worth keeping: wait until measuring has been quiet this long. */
const quietMs = 3_000;

/**
 * Hands what was measured here to the server, so that pages without a script know it. Only slides that the deck has at
 * that moment. What could not be sent goes with the next measurement. Returns its stop.
 */
export function saveFits(session: EditorSession, deckId: string): () => void {
  const sent = new Map<string, number>();
  let sentTheme = "";
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function save() {
    const { deck } = session.live.snapshot();
    const { theme } = deck.settings;
    if (theme !== sentTheme) sent.clear();
    sentTheme = theme;
    const fits = deck.slides.flatMap(({ hash }) => {
      const step = fitSteps.find((known) => known === session.fits.get(hash)?.step);
      return step === undefined || !session.fits.isMeasured(hash) || sent.get(hash) === step ? [] : [{ slideHash: hash, step }];
    });
    if (fits.length === 0 || !session.source.canEdit) return;
    try {
      for (let start = 0; start < fits.length; start += maxFitsPerCall) {
        const batch = fits.slice(start, start + maxFitsPerCall);
        await putFits(deckId, { theme, fontsVersion, fits: batch });
        for (const { slideHash, step } of batch) sent.set(slideHash, step);
      }
    } catch (error) {
      // Nothing of the person's is lost: pages measure for themselves, and the next measurement tries again.
      if (!(error instanceof ApiError)) throw error;
    }
  }

  const stop = session.fits.subscribe(() => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), quietMs);
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}
