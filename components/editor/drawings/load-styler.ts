import { loadOnce } from "@/components/editor/drawings/load-once";
import { hasStyles } from "@/components/editor/session/drawing-store";
import type { EditorSession } from "@/components/editor/session/editor-session";

/** Loads what reads CSS when the deck first writes some; it shows from then on. Returns its stop. */
export function loadStyler({ live, drawings }: Pick<EditorSession, "live" | "drawings">): () => void {
  return loadOnce(live, {
    isNeeded: hasStyles,
    load: async () => (await import("@/lib/deck/styler")).deckStyler,
    take: drawings.setStyler,
  });
}
