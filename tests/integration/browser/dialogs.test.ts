import { afterAll, expect, test } from "vitest";
import { findChromium } from "@/lib/browser/find-chromium";
import { createPageBrowser } from "@/lib/browser/page-browser";
import { parseDeck } from "@/lib/deck";
import { exportHtml } from "@/lib/export/html";
import { readStageAssets } from "@/lib/stage/assets";
import { inProject } from "@/scripts/setup/root.mjs";

const browser = createPageBrowser(() => findChromium({ chromiumPath: process.env["CHROMIUM_PATH"], folder: inProject("build/chromium") }));
afterAll(() => browser.stop());

test.each([
  ["contents", "t"],
  ["the keys", "?"],
])("the next key after %s were closed is the slides', however soon it comes", async (_what, key) => {
  const deck = parseDeck("# One\n\n---\n\n# Two\n");
  const { bytes } = await exportHtml({ deck, assets: await readStageAssets(inProject("build/assets")), theme: "lectern" });
  const shown = await browser.withPage({ html: new TextDecoder().decode(bytes), files: new Map(), timeoutMs: 60_000 }, async (page) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.keyboard.press(key);
    await page.waitForSelector("dialog[open]");
    // In one task: the browser has no moment to put the focus anywhere.
    await page.evaluate(() => {
      for (const pressed of ["Escape", "End"])
        (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keydown", { key: pressed, bubbles: true, cancelable: true }));
    });
    return [await page.locator("dialog[open]").count(), await page.locator("section[data-active]").getAttribute("data-slide")];
  });
  expect(shown).toEqual([0, "2"]);
});
