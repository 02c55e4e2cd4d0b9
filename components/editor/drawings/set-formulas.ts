import type { EditorSession } from "@/components/editor/session/editor-session";

/** Loads KaTeX when the deck has its first formula, and sets all of them from then on. Returns its stop. */
export function setFormulas({ live, drawings }: EditorSession): () => void {
  let isAsked = false;
  let isStopped = false;

  async function load() {
    isAsked = true;
    try {
      const { createFormulaSetter } = await import("@/lib/stage/math");
      if (!isStopped) drawings.setMath(createFormulaSetter());
    } catch (error) {
      // Without a network the script can't come: the TeX stays, and the next edit asks again.
      if (!(error instanceof Error)) throw error;
      isAsked = false;
    }
  }

  const look = () => {
    if (!isAsked && live.snapshot().deck.slides.some((slide) => slide.parts.math)) void load();
  };
  const stop = live.subscribe(look);
  look();
  return () => {
    isStopped = true;
    stop();
  };
}
