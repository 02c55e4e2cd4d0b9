import { loadParts } from "@/lib/browser/load-parts";
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
  const steps = await browser.withPage({ html, files: new Map(), timeoutMs }, async (page) => {
    await page.evaluate(showAll);
    await loadParts(page);
    return page.evaluate(readSteps);
  });
  if (steps === undefined) return undefined;
  return new Map(
    shown.flatMap(({ hash, parts }, index) => {
      const step = steps[index];
      const isDrawn = parts.diagrams.every((diagram) => diagrams?.has(diagram.hash) === true);
      return typeof step === "number" && isDrawn && fits?.has(hash) !== true ? [[hash, step] as const] : [];
    }),
  );
}

// The functions below run in the page, each by itself: nothing of this file is there.

function showAll(): void {
  for (const frame of document.querySelectorAll(".stage > .frame")) frame.removeAttribute("hidden");
}

/** Before a page is printed the player fits all its slides. */
function readSteps(): (number | null)[] {
  const slides = [...document.querySelectorAll<HTMLElement>(".stage > .frame > .slide")];
  window.dispatchEvent(new Event("beforeprint"));
  return slides.map((slide) => {
    if (slide.querySelector(".left-out") !== null) return null;
    const fit = slide.style.getPropertyValue("--fit");
    return fit === "" ? 100 : Math.round(Number(fit) * 100);
  });
}
