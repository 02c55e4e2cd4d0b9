import { loadOnce } from "@/components/editor/drawings/load-once";
import { hasStyles } from "@/components/editor/session/drawing-store";
import type { EditorSession } from "@/components/editor/session/editor-session";

/** Loads what finds notices, and what reads CSS, draws charts, encodes QR codes, names rare emoji and describes diagrams when the deck first has any; they show from then on. Returns its stop. */
export function loadParts({ live, drawings }: Pick<EditorSession, "live" | "drawings">): () => void {
  const stops = [
    loadOnce(live, { isNeeded: () => true, load: async () => (await import("@/lib/deck/linter")).deckLinter, take: drawings.setLinter }),
    loadOnce(live, {
      isNeeded: hasStyles,
      load: async () => (await import("@/lib/deck/styler")).deckStyler,
      take: drawings.setStyler,
    }),
    loadOnce(live, {
      isNeeded: ({ slides }) => slides.some(({ parts }) => parts.charts),
      load: async () => (await import("@/lib/deck/chart-drawer")).drawChart,
      take: drawings.setChartDrawer,
    }),
    loadOnce(live, {
      isNeeded: ({ slides }) => slides.some(({ parts }) => parts.qr),
      load: async () => (await import("@/lib/deck/qr-encoder")).encodeQr,
      take: drawings.setQrEncoder,
    }),
    loadOnce(live, {
      isNeeded: ({ slides }) => slides.some(({ parts }) => parts.emoji),
      load: async () => (await import("@/lib/deck/emoji-namer")).emojiOf,
      take: drawings.setEmojiNamer,
    }),
    loadOnce(live, {
      isNeeded: ({ slides }) => slides.some(({ parts }) => parts.diagrams.length > 0),
      load: async () => (await import("@/lib/deck/diagram-describer")).describeDiagram,
      take: drawings.setDiagramDescriber,
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
