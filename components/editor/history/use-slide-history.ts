"use client";
import { useEffect, useEffectEvent, useState } from "react";
import { findSlideIds } from "@/components/editor/history/find-slide-id";
import { useSession } from "@/components/editor/session/use-session";
import { sentenceOf } from "@/components/ui/sentence-of";
import { getSlideHistory, listDeckSlides } from "@/lib/api/history-client";
import type { SlideHistory } from "@/lib/api/slide-history";

export type LoadedSlideHistory =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly sentence: string }
  | { readonly state: "there"; readonly history: SlideHistory };

/** What the slide with this key was. */
export function useSlideHistory(deckId: string, slideKey: string): LoadedSlideHistory {
  const session = useSession();
  const [loaded, setLoaded] = useState<LoadedSlideHistory>({ state: "loading" });
  const load = useEffectEvent(async (signal: AbortSignal): Promise<LoadedSlideHistory> => {
    const { deck } = session.live.snapshot();
    const index = session.live.find(slideKey)?.index;
    const slideId = index === undefined ? undefined : findSlideIds(deck, await listDeckSlides(deckId, { signal }))[index];
    if (slideId === undefined) return { state: "failed", sentence: "This slide is so new that it has no history yet." };
    return { state: "there", history: await getSlideHistory(deckId, slideId, { signal }) };
  });
  useEffect(() => {
    const leaving = new AbortController();
    const set = (next: LoadedSlideHistory) => {
      if (!leaving.signal.aborted) setLoaded(next);
    };
    load(leaving.signal).then(set, (error: unknown) => {
      if (!leaving.signal.aborted) set({ state: "failed", sentence: sentenceOf(error) });
    });
    return () => leaving.abort();
  }, [deckId, slideKey]);
  return loaded;
}
