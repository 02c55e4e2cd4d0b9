import type { DeckId } from "@/lib/api/ids";
import type { Deck, DiagramDrawing } from "@/lib/deck";

export type Drawings = ReadonlyMap<string, DiagramDrawing>;

/** Sees to it that a deck's diagrams are drawn, whoever wrote it. */
export interface DiagramDrawer {
  /** What is kept, and what the server's browser makes of the rest within this time; later calls find what comes later. */
  drawingsOf(deckId: DeckId, deck: Deck, options: { readonly waitMs: number }): Promise<Drawings>;
  /** A text was written. Where no editor's browser draws it, the server's does, a while later. */
  settled(deckId: DeckId): void;
  stop(): void;
}
