"use client";
import { useEffect, useState } from "react";
import type { DrawnDeck } from "@/components/editor/history/draw-deck";
import { measureSlides } from "@/components/slides/measure-fit";

type Steps = ReadonlyMap<number, number>;
const none: Steps = new Map();

/** How tight these slides of a deck have to be set, by their index. Fills as it is measured. */
export function useSteps(deck: DrawnDeck, indexes: readonly number[]): Steps {
  const [measured, setMeasured] = useState({ deck, steps: none });
  const wanted = indexes.join(" ");
  useEffect(() => {
    const leaving = new AbortController();
    const slides = wanted === "" ? [] : wanted.split(" ").map((index) => ({ hash: index, html: deck.slides[Number(index)]?.html ?? "" }));
    const show = (fits: ReadonlyMap<string, { readonly step: number }>) => {
      if (leaving.signal.aborted) return;
      setMeasured((known) => {
        const steps = known.deck === deck ? known.steps : none;
        return { deck, steps: new Map([...steps, ...[...fits].map(([index, { step }]) => [Number(index), step] as const)]) };
      });
    };
    measureSlides(slides, deck.settings, { css: deck.css, signal: leaving.signal, onChunk: show }).catch(reportError);
    return () => leaving.abort();
  }, [deck, wanted]);
  return measured.deck === deck ? measured.steps : none;
}
