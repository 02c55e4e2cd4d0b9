import type { DeckId } from "@/lib/api/ids";
import type { Deck, RenderOptions } from "@/lib/deck";

/** Steps in percent by slide hash. */
export type Fits = ReadonlyMap<string, number>;

/** Sees to it that pages know how tight each slide is set, whoever wrote it. */
export interface FitMeasurer {
  /**
   * What is kept, and what the server's browser measures of the rest within this time; later calls find what comes later.
   * The deck is what its caller has read of the text, which may be another copy of this code.
   */
  fitsOf(
    deckId: DeckId,
    text: { readonly markdown: string; readonly deck: Deck },
    options: { readonly diagrams: RenderOptions["diagrams"]; readonly waitMs: number },
  ): Promise<Fits>;
  /** A text was written. Where no editor's browser measures it, the server's does, a while later. */
  settled(deckId: DeckId): void;
  stop(): void;
}
