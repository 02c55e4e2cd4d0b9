"use client";
import { useEffect, useEffectEvent, useState } from "react";
import type { DrawnDeck } from "@/components/editor/history/draw-deck";
import { drawSlide } from "@/components/editor/history/draw-slide";
import { useSession } from "@/components/editor/session/use-session";
import { appAddresses } from "@/lib/api/deck-addresses";

/** Texts of slides as they look; each comes as soon as it is drawn. */
export function useDrawnSlides(deckId: string, texts: readonly string[]): ReadonlyMap<string, DrawnDeck> {
  const session = useSession();
  const [drawn, setDrawn] = useState<ReadonlyMap<string, DrawnDeck>>(new Map());
  const draw = useEffectEvent(async (signal: AbortSignal) => {
    const options = { resolveUrl: appAddresses(deckId, session.files()), diagrams: session.drawings.diagrams() };
    const { deck } = session.live.snapshot();
    for (const text of new Set(texts)) {
      const slide = await drawSlide(text, deck, options);
      if (signal.aborted) return;
      setDrawn((known) => new Map(known).set(text, slide));
    }
  });
  const wanted = texts.join("\u0000");
  useEffect(() => {
    const leaving = new AbortController();
    draw(leaving.signal).catch(reportError);
    return () => leaving.abort();
  }, [deckId, wanted]);
  return drawn;
}
