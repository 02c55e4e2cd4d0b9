import { lookOf, slidesToMeasure } from "@/components/editor/fits/fit-work";
import type { EditorSession } from "@/components/editor/session/editor-session";
import { measureSlides } from "@/components/slides/measure-fit";

/** Measuring waits until typing pauses this long. */
const pauseMs = 250;

/** Measures the deck's slides off-screen as they change, and puts the fits into the session. Returns its stop. */
export function measureInBackground(session: EditorSession): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let round: AbortController | undefined;
  let look: string | undefined;
  // Another theme or shape makes every earlier measurement worthless, the server's too.
  let isLookKept = true;
  let measured = new Set<string>();

  function schedule() {
    round?.abort();
    clearTimeout(timer);
    const { deck } = session.live.snapshot();
    // CSS that is still to come would change how tall every slide is.
    if (session.drawings.awaitsStyles(deck)) return;
    look ??= lookOf(deck);
    timer = setTimeout(() => void measure(), pauseMs);
  }

  async function measure() {
    const { deck } = session.live.snapshot();
    const nextLook = lookOf(deck);
    if (nextLook !== look) {
      look = nextLook;
      isLookKept = false;
      measured = new Set();
    }
    // A formula or diagram that is still to come would change what is measured.
    const settled = deck.slides.filter((slide) => session.drawings.isSettled(slide.parts));
    const work = slidesToMeasure(settled, {
      get: (hash) => (isLookKept ? session.fits.get(hash) : undefined),
      isMeasured: (hash) => measured.has(hash),
    });
    if (work.length === 0) return;
    const mine = new AbortController();
    round = mine;
    const slides = work.map((slide) => ({ hash: slide.hash, html: session.live.html(slide) }));
    await measureSlides(slides, deck.settings, {
      css: deck.css,
      signal: mine.signal,
      onChunk: (fits) => {
        if (mine.signal.aborted) return;
        for (const hash of fits.keys()) measured.add(hash);
        session.fits.put(fits);
      },
    });
  }

  const stop = session.live.subscribe(schedule);
  schedule();
  return () => {
    stop();
    clearTimeout(timer);
    round?.abort();
  };
}
