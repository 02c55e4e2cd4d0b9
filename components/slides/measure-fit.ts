import { attachSlide, loadMathSheet } from "@/components/slides/slide-shadow";
import type { SlideViewSettings } from "@/components/slides/slide-shadow";
import { measureFit, type Fit } from "@/lib/player";
import { hasFormulas } from "@/lib/stage/math-fonts";

/** A slide to be measured, under the hash that its HTML is known by. */
export interface MeasuredSlide {
  readonly hash: string;
  readonly html: string;
}

export interface MeasureOptions {
  /** The deck's own CSS. */
  readonly css?: string;
  /** Ends the work; what is measured by then is returned. */
  readonly signal?: AbortSignal;
  /** Told after every chunk, so that marks appear while a long deck is still being measured. */
  readonly onChunk?: (fits: ReadonlyMap<string, Fit>) => void;
}

/** Work between two looks at the clock of the person who is typing. */
const chunkMs = 8;

/** A picture that takes longer is measured without. */
const pictureTimeoutMs = 4_000;

/** Measures slides off-screen, a few at a time while the browser is idle. */
export async function measureSlides(
  slides: readonly MeasuredSlide[],
  settings: SlideViewSettings,
  options: MeasureOptions = {},
): Promise<ReadonlyMap<string, Fit>> {
  const { css = "", signal, onChunk } = options;
  const all = new Map<string, Fit>();
  if (slides.length === 0) return all;
  const host = createHost(settings);
  const shadow = attachSlide(host);
  shadow.style(settings, { css, fit: undefined });
  document.body.append(host);
  try {
    if (slides.some(({ html }) => hasFormulas(html))) await loadMathSheet();
    let chunk = new Map<string, Fit>();
    let until = 0;
    for (const { hash, html } of picturesLast(slides)) {
      if (performance.now() >= until) {
        if (chunk.size > 0) onChunk?.(chunk);
        chunk = new Map();
        until = (await idle()) + chunkMs;
      }
      if (isAborted(signal)) break;
      shadow.show(html, undefined);
      const section = host.shadowRoot?.querySelector<HTMLElement>("section.slide");
      if (!section) continue;
      section.style.removeProperty("--fit");
      await loadPictures(section, signal);
      await loadFonts(section);
      if (isAborted(signal)) break;
      const fit = measureFit(section);
      all.set(hash, fit);
      chunk.set(hash, fit);
    }
    if (chunk.size > 0) onChunk?.(chunk);
    return all;
  } finally {
    host.remove();
  }
}

/** A picture that is slow to come holds up no slide of words. */
function picturesLast(slides: readonly MeasuredSlide[]): readonly MeasuredSlide[] {
  const hasPicture = ({ html }: MeasuredSlide) => html.includes("<img");
  return [...slides.filter((slide) => !hasPicture(slide)), ...slides.filter(hasPicture)];
}

function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted ?? false;
}

/** At the canvas's own size, laid out but not painted, and out of everybody's way. */
function createHost({ aspectRatio }: SlideViewSettings): HTMLElement {
  const host = document.createElement("div");
  host.setAttribute("aria-hidden", "true");
  host.inert = true;
  Object.assign(host.style, {
    position: "fixed",
    top: "0",
    left: "-20000px",
    width: aspectRatio === "4:3" ? "960px" : "1280px",
    visibility: "hidden",
    pointerEvents: "none",
  });
  return host;
}

/** A slide's fonts are asked for when it is laid out: each only where it is used. */
async function loadFonts(section: HTMLElement): Promise<void> {
  section.getBoundingClientRect();
  await document.fonts.ready;
}

/** Resolves when every picture has come, failed or taken too long. */
async function loadPictures(section: HTMLElement, signal: AbortSignal | undefined): Promise<void> {
  const waiting = [...section.querySelectorAll("img")].filter((image) => !image.complete);
  if (waiting.length === 0) return;
  await new Promise<void>((resolve) => {
    const left = new Set(waiting);
    const timer = setTimeout(resolve, pictureTimeoutMs);
    const done = (image: HTMLImageElement) => {
      left.delete(image);
      if (left.size > 0) return;
      clearTimeout(timer);
      resolve();
    };
    for (const image of waiting) {
      image.loading = "eager";
      image.addEventListener("load", () => done(image), { once: true });
      image.addEventListener("error", () => done(image), { once: true });
    }
    signal?.addEventListener("abort", () => resolve(), { once: true });
  });
}

/** Resolves with the time when the browser has nothing better to do. */
function idle(): Promise<number> {
  return new Promise((resolve) => {
    const start = () => resolve(performance.now());
    if (typeof requestIdleCallback === "function") requestIdleCallback(start, { timeout: 500 });
    else setTimeout(start, 16);
  });
}
