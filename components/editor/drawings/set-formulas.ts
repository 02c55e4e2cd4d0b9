import { loadOnce } from "@/components/editor/drawings/load-once";
import type { EditorSession } from "@/components/editor/session/editor-session";

/** Loads KaTeX when the deck has its first formula, and sets all of them from then on. Returns its stop. */
export function setFormulas({ live, drawings }: Pick<EditorSession, "live" | "drawings">): () => void {
  return loadOnce(live, {
    isNeeded: ({ slides }) => slides.some(({ parts }) => parts.math),
    load: async () => (await import("@/lib/stage/math")).createFormulaSetter(),
    take: drawings.setMath,
  });
}
