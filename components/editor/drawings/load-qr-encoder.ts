import { loadOnce } from "@/components/editor/drawings/load-once";
import type { EditorSession } from "@/components/editor/session/editor-session";

/** Loads what encodes QR codes when the deck has its first; all of them show from then on. Returns its stop. */
export function loadQrEncoder({ live, drawings }: Pick<EditorSession, "live" | "drawings">): () => void {
  return loadOnce(live, {
    isNeeded: ({ slides }) => slides.some(({ parts }) => parts.qr),
    load: async () => (await import("@/lib/deck/qr-encoder")).encodeQr,
    take: drawings.setQrEncoder,
  });
}
