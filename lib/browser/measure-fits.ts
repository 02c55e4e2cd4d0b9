import type { PageBrowser } from "@/lib/browser/page-browser";
import type { Deck } from "@/lib/deck";
import { renderDocument, type DocumentOptions } from "@/lib/stage/document";

export interface MeasureFitsOptions extends Pick<DocumentOptions, "assets" | "diagrams" | "resolveUrl" | "theme"> {
  /** Steps that are known: those slides are not measured. */
  readonly fits?: ReadonlyMap<string, number>;
}

const timeoutMs = 20_000;

/**
 * Measures slides in the server's browser, by the player that would fit them in a reader's: steps in percent by slide
 * hash. A slide with a picture that only the open web has is left to whoever sees the picture. Undefined without a browser.
 */
export async function measureFits(
  browser: PageBrowser,
  deck: Deck,
  { assets, diagrams, resolveUrl, theme, fits }: MeasureFitsOptions,
): Promise<ReadonlyMap<string, number> | undefined> {
  const shown = deck.slides.filter((slide) => !slide.settings.hidden);
  const { html } = await renderDocument({ deck, mode: "file", assets, diagrams, resolveUrl, theme, fits });
  const steps = await browser.withPage({ html, files: new Map(), timeoutMs }, (page) => page.evaluate(readSteps));
  if (steps === undefined) return undefined;
  return new Map(
    shown.flatMap(({ hash, parts }, index) => {
      const step = steps[index];
      const isDrawn = parts.diagrams.every((diagram) => diagrams?.has(diagram.hash) === true);
      return typeof step === "number" && isDrawn && fits?.has(hash) !== true ? [[hash, step] as const] : [];
    }),
  );
}

/** Runs in the page, by itself: nothing of this file is there. Before a page is printed the player fits all its slides. */
async function readSteps(): Promise<(number | null)[]> {
  const slides = [...document.querySelectorAll<HTMLElement>(".stage > .frame > .slide")];
  const frames = slides.map((slide) => slide.parentElement);
  for (const frame of frames) frame?.removeAttribute("hidden");
  document.body.getBoundingClientRect();
  await document.fonts.ready;
  // A picture that can't be read shows its words in its place, and is measured so.
  await Promise.allSettled([...document.images].map((image) => image.decode()));
  window.dispatchEvent(new Event("beforeprint"));
  return slides.map((slide) => {
    if (slide.querySelector(".left-out") !== null) return null;
    const fit = slide.style.getPropertyValue("--fit");
    return fit === "" ? 100 : Math.round(Number(fit) * 100);
  });
}
