import type { Page } from "playwright-core";
import { loadParts } from "@/lib/browser/load-parts";
import type { PageBrowser } from "@/lib/browser/page-browser";

export interface PrintOptions {
  /** A stage document that asks for nothing (mode `file`). */
  readonly html: string;
  /** Each slide above its speaker notes, on upright pages; the document must carry them. */
  readonly notes: boolean;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** Told when the slides are laid out and the printing begins. */
  readonly onLaidOut: () => void;
}

/**
 * A stage document as a PDF with outline, tags and links: one page a slide, taller where a slide is taller than its
 * canvas. Undefined where there is no browser; throws where the page crashes or takes too long.
 */
export function printDocument(browser: PageBrowser, { html, notes, timeoutMs, signal, onLaidOut }: PrintOptions): Promise<Buffer | undefined> {
  return browser.withPage({ html, files: new Map(), timeoutMs, signal }, async (page) => {
    await page.setViewportSize({ width: 1280, height: 720 });
    await loadParts(page);
    await page.evaluate(layOut, notes);
    await page.evaluate(nameSlides);
    await page.emulateMedia({ media: "print" });
    await page.evaluate(givePagesTheirHeight);
    onLaidOut();
    return printPage(page);
  });
}

function printPage(page: Page): Promise<Buffer> {
  return page.pdf({ preferCSSPageSize: true, printBackground: true, outline: true, tagged: true });
}

// The functions below run in the page, each by itself: nothing of this file is there.

/** The player fits every slide, and adds the notes where they are asked for. */
function layOut(notes: boolean): void {
  if (notes) document.documentElement.dataset.print = "notes";
  dispatchEvent(new Event("beforeprint"));
}

/** An outline is made of headings: a slide that has none gets one for it, which nobody sees. */
function nameSlides(): void {
  for (const section of document.querySelectorAll(".stage > .frame > .slide")) {
    if (section.querySelector("h1, h2, h3, h4, h5, h6")) continue;
    const name = document.createElement("h2");
    name.textContent = section.getAttribute("aria-label");
    name.style.cssText = "position: absolute; inset: 0 auto auto 0; margin: 0; font-size: 1px; line-height: 1; color: transparent";
    section.prepend(name);
  }
}

/** A slide that runs over even at its tightest gets a page of its own size, so that nothing is cut and none makes two. */
function givePagesTheirHeight(): void {
  if (document.documentElement.dataset.print === "notes") return;
  const sheet = [...document.styleSheets].at(-1);
  const frames = [...document.querySelectorAll<HTMLElement>(".stage > .frame")];
  frames.forEach((frame, index) => {
    const section = frame.querySelector<HTMLElement>(":scope > .slide");
    if (!section || !sheet) return;
    const { offsetWidth: width, offsetHeight: height } = frame;
    const canvasHeight = width * (document.querySelector('.stage[data-aspect="4:3"]') === null ? 9 / 16 : 3 / 4);
    if (height <= canvasHeight + 1) return;
    sheet.insertRule(`@page tall-${index} { size: ${width}px ${height + 1}px; margin: 0; }`, sheet.cssRules.length);
    frame.style.setProperty("page", `tall-${index}`, "important");
  });
}
