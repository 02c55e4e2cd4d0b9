"use client";
import { useEffect, useEffectEvent, useState } from "react";
import { drawDeck, type DrawnDeck } from "@/components/editor/history/draw-deck";
import { matchSlides, type SlideChange } from "@/components/editor/history/match-slides";
import { useSession } from "@/components/editor/session/use-session";
import { sentenceOf } from "@/components/ui/sentence-of";
import { getVersion } from "@/lib/api/client";
import { appAddresses } from "@/lib/api/deck-addresses";

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

/** Compares a version with the deck of this moment; what others write meanwhile doesn't make it jump. */
export function useComparison(deckId: string, versionId: string): Comparison {
  const session = useSession();
  const [compared, setCompared] = useState<{ readonly versionId: string; readonly comparison: Comparison }>();
  const compare = useEffectEvent(async (signal: AbortSignal): Promise<Comparison> => {
    const { markdown } = await getVersion(deckId, versionId, { signal });
    const options = { resolveUrl: appAddresses(deckId, session.files()), diagrams: session.drawings.diagrams() };
    const [before, after] = [await drawDeck(markdown, options), await drawDeck(session.source.text.toString(), options)];
    return { state: "there", before, after, changes: matchSlides(before.slides, after.slides) };
  });
  useEffect(() => {
    const leaving = new AbortController();
    const show = (comparison: Comparison) => {
      if (!leaving.signal.aborted) setCompared({ versionId, comparison });
    };
    compare(leaving.signal).then(show, (error: unknown) => show({ state: "failed", sentence: sentenceOf(error) }));
    return () => leaving.abort();
  }, [deckId, versionId]);
  return compared?.versionId === versionId ? compared.comparison : { state: "loading" };
}
