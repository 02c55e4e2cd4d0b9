"use client";
import { useEffect, useState } from "react";
import { drawDeck, type DrawnDeck } from "@/components/editor/history/draw-deck";
import { sentenceOf } from "@/components/ui/sentence-of";
import { getMarkdown, listFiles } from "@/lib/api/client";
import { appAddresses } from "@/lib/api/deck-addresses";
import { parseDeck } from "@/lib/deck";

/** Another deck as its slides look, with their addresses. */
export interface DrawnSource {
  readonly deck: DrawnDeck;
  readonly anchors: readonly string[];
}

/** Reads another deck and draws it. */
export function useDrawnDeck(deckId: string): { readonly drawn: DrawnSource | undefined; readonly failure: string | undefined } {
  const [drawn, setDrawn] = useState<DrawnSource>();
  const [failure, setFailure] = useState<string>();
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const read = async () => {
      const [markdown, { files }] = await Promise.all([getMarkdown(deckId, { signal }), listFiles(deckId, { signal })]);
      const resolveUrl = appAddresses(deckId, new Map(files.map(({ path, width }) => [path, width])));
      const deck = await drawDeck(markdown, { resolveUrl, diagrams: new Map() });
      if (!signal.aborted) setDrawn({ deck, anchors: parseDeck(markdown).slides.map(({ anchor }) => anchor) });
    };
    read().catch((error: unknown) => {
      if (!signal.aborted) setFailure(sentenceOf(error));
    });
    return () => leaving.abort();
  }, [deckId]);
  return { drawn, failure };
}
