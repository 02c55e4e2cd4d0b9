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
    const text = session.source.text.toString();
    const markdown = versionId === undefined ? text : (await getVersion(deckId, versionId, { signal })).markdown;
    const options = { resolveUrl: appAddresses(deckId, session.files()), diagrams: session.drawings.diagrams() };
    const previous = previousId === undefined ? undefined : (await getVersion(deckId, previousId, { signal })).markdown;
    const [then, now] = previous === undefined ? [markdown, text] : [previous, markdown];
    const [before, after] = [await drawDeck(then, options), await drawDeck(now, options)];
    return { state: "there", before, after, changes: matchSlides(before.slides, after.slides) };
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
