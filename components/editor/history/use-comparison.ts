"use client";
import { useEffect, useEffectEvent, useState } from "react";
import { drawDeck, type DrawnDeck } from "@/components/editor/history/draw-deck";
import { findSlideIds } from "@/components/editor/history/find-slide-id";
import { matchSlides, type ComparedSlide, type SlideChange } from "@/components/editor/history/match-slides";
import { useSession } from "@/components/editor/session/use-session";
import { sentenceOf } from "@/components/ui/sentence-of";
import { getVersion } from "@/lib/api/client";
import { appAddresses } from "@/lib/api/deck-addresses";
import { listDeckSlides } from "@/lib/api/history-client";
import { parseDeck } from "@/lib/deck";

/** A version beside the deck as it was when the version was chosen. */
export interface ComparedDecks {
  readonly before: DrawnDeck;
  readonly after: DrawnDeck;
  readonly changes: readonly SlideChange[];
}

export type Comparison =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly sentence: string }
  | ({ readonly state: "there" } & ComparedDecks);

/** A deck as it looks, and which slides its slides are. */
interface KnownDeck {
  readonly deck: DrawnDeck;
  readonly ids: readonly (string | null | undefined)[];
}

interface ComparisonOptions {
  /** Undefined for a deck that has none: it is compared with itself. */
  readonly versionId: string | undefined;
  readonly previousId?: string | undefined;
  /** Is it known which version that is? */
  readonly isReady?: boolean;
}

/** Compares a version with the deck of this moment, or the one before (where that is given) with it; what others write meanwhile doesn't make it jump. */
export function useComparison(deckId: string, { versionId, previousId, isReady = true }: ComparisonOptions): Comparison {
  const session = useSession();
  const shown = `${versionId ?? ""} ${previousId ?? ""}`;
  const [compared, setCompared] = useState<{ readonly shown: string; readonly comparison: Comparison }>();
  const compare = useEffectEvent(async (signal: AbortSignal): Promise<Comparison> => {
    const options = { resolveUrl: appAddresses(deckId, session.files()), diagrams: session.drawings.diagrams() };
    const drawVersion = async (id: string): Promise<KnownDeck> => {
      const { markdown, slideIds } = await getVersion(deckId, id, { signal });
      return { deck: await drawDeck(markdown, options), ids: slideIds };
    };
    const drawNow = async (): Promise<KnownDeck> => {
      const text = session.source.text.toString();
      const ids = findSlideIds(parseDeck(text), await listDeckSlides(deckId, { signal }));
      return { deck: await drawDeck(text, options), ids };
    };
    const shownVersion = versionId === undefined ? undefined : await drawVersion(versionId);
    const now = shownVersion === undefined || previousId === undefined ? await drawNow() : shownVersion;
    const then = previousId === undefined ? (shownVersion ?? now) : await drawVersion(previousId);
    return { state: "there", before: then.deck, after: now.deck, changes: matchSlides(withIds(then), withIds(now)) };
  });
  useEffect(() => {
    if (!isReady) return undefined;
    const leaving = new AbortController();
    const show = (comparison: Comparison) => {
      if (!leaving.signal.aborted) setCompared({ shown, comparison });
    };
    compare(leaving.signal).then(show, (error: unknown) => {
      if (!leaving.signal.aborted) show({ state: "failed", sentence: sentenceOf(error) });
    });
    return () => leaving.abort();
  }, [deckId, shown, isReady]);
  return compared?.shown === shown ? compared.comparison : { state: "loading" };
}

function withIds({ deck, ids }: KnownDeck): readonly ComparedSlide[] {
  return deck.slides.map(({ text, title }, index) => ({ text, title, id: ids[index] ?? undefined }));
}
