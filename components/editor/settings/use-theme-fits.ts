"use client";
import { useEffect, useState } from "react";
import { measureSlides } from "@/components/slides/measure-fit";
import type { Deck } from "@/lib/deck";
import { themeNames, type ThemeName } from "@/lib/themes";

type Steps = ReadonlyMap<ThemeName, number>;

const none: Steps = new Map();

/** How tight a slide has to be set in each theme: what fits in one may run over in another. Fills as it is measured. */
export function useThemeFits(html: string, { settings, css }: Pick<Deck, "settings" | "css">): Steps {
  const [measured, setMeasured] = useState({ html, steps: none });
  const { colorScheme, aspectRatio } = settings;
  useEffect(() => {
    const round = new AbortController();
    void measureThemes(html, { css, look: { colorScheme, aspectRatio }, signal: round.signal }, (steps) => setMeasured({ html, steps }));
    return () => round.abort();
  }, [html, css, colorScheme, aspectRatio]);
  return measured.html === html ? measured.steps : none;
}

interface Measuring {
  readonly css: string;
  readonly look: Pick<Deck["settings"], "colorScheme" | "aspectRatio">;
  readonly signal: AbortSignal;
}

async function measureThemes(html: string, { css, look, signal }: Measuring, onStep: (steps: Steps) => void): Promise<void> {
  let steps = none;
  for (const theme of themeNames) {
    const fits = await measureSlides([{ hash: theme, html }], { ...look, theme }, { css, signal });
    const fit = fits.get(theme);
    if (signal.aborted || fit === undefined) return;
    steps = new Map([...steps, [theme, fit.step]]);
    onStep(steps);
  }
}
