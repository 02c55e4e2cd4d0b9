"use client";
import { useEffect, useEffectEvent, useState } from "react";
import type { DrawnDeck } from "@/components/editor/history/draw-deck";
import { drawSlide, type SlideAlone } from "@/components/editor/history/draw-slide";
import { useSession } from "@/components/editor/session/use-session";
import { appAddresses } from "@/lib/api/deck-addresses";

/** How slides look, each as soon as it is drawn. */
export function useDrawnSlides(deckId: string, slides: readonly SlideAlone[]): (slide: SlideAlone) => DrawnDeck | undefined {
  const session = useSession();
  const [drawn, setDrawn] = useState<ReadonlyMap<string, DrawnDeck>>(new Map());
  const draw = useEffectEvent(async (signal: AbortSignal) => {
    const options = { resolveUrl: appAddresses(deckId, session.files()), diagrams: session.drawings.diagrams() };
    const { deck } = session.live.snapshot();
    for (const slide of new Map(slides.map((each) => [keyOf(each), each])).values()) {
      const picture = await drawSlide(slide, deck, options);
      if (signal.aborted) return;
      setDrawn((known) => new Map(known).set(keyOf(slide), picture));
    }
  });
  const wanted = slides.map(keyOf).join("\u0000");
  useEffect(() => {
    const leaving = new AbortController();
    draw(leaving.signal).catch(reportError);
    return () => leaving.abort();
  }, [deckId, wanted]);
  return (slide) => drawn.get(keyOf(slide));
}

function keyOf({ text, position }: SlideAlone): string {
  return `${position === 0 ? "first" : "later"} ${text}`;
}
