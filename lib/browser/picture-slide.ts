import { loadParts } from "@/lib/browser/load-parts";
import type { PageBrowser } from "@/lib/browser/page-browser";

const timeoutMs = 20_000;
/** What link previews show whole; wider pictures are cut by some. */
const size = { width: 1200, height: 675 };

/** A picture (JPEG) of a stage document's first slide. The document asks for nothing (mode `file`). Undefined without a browser. */
export function pictureSlide(browser: PageBrowser, html: string): Promise<Buffer | undefined> {
  return browser.withPage({ html, files: new Map(), timeoutMs }, async (page) => {
    await page.setViewportSize(size);
    await page.evaluate(hideControls);
    await loadParts(page);
    const frame = page.locator(".stage > .frame").first();
    return frame.screenshot({ type: "jpeg", quality: 82 });
  });
}

/** Runs in the page, by itself: nothing of this file is there. Controls belong to whoever presents. */
function hideControls(): void {
  for (const control of document.querySelectorAll<HTMLElement>(".stage ~ *")) control.style.display = "none";
}
