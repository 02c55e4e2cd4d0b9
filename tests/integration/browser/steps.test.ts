import { afterAll, expect, test } from "vitest";
import { findChromium } from "@/lib/browser/find-chromium";
import { createPageBrowser } from "@/lib/browser/page-browser";
import { parseDeck } from "@/lib/deck";
import { exportHtml } from "@/lib/export/html";
import { readStageAssets } from "@/lib/stage/assets";
import { inProject } from "@/scripts/setup/root.mjs";

const browser = createPageBrowser(() => findChromium({ chromiumPath: process.env["CHROMIUM_PATH"], folder: inProject("build/chromium") }));
afterAll(() => browser.stop());

const words = ["fragment", "fragment fade-out", "fragment fade-in-then-out", "fragment"] as const;
const text = `## Steps\n\n${words.map((name, index) => `<p class="${name}">${index + 1}</p>`).join("\n\n")}\n`;

test("on a screen the lines of the step stand out, on paper all of them read", async () => {
  const code = "```js {1|2}\na\nb\n```\n";
  const { bytes } = await exportHtml({ deck: parseDeck(code), assets: await readStageAssets(inProject("build/assets")), theme: "lectern" });
  const looks = await browser.withPage({ html: new TextDecoder().decode(bytes), files: new Map(), timeoutMs: 60_000 }, async (page) => {
    const colors = () =>
      page.evaluate(() => new Set([...document.querySelectorAll(".slide .line")].map((line) => getComputedStyle(line).color)).size);
    const onScreen = await colors();
    await page.emulateMedia({ media: "print" });
    return { onScreen, onPaper: await colors() };
  });
  expect(looks).toEqual({ onScreen: 2, onPaper: 1 });
});

test("with every press one thing appears, goes, or takes the place of the one before", async () => {
  const { bytes } = await exportHtml({ deck: parseDeck(text), assets: await readStageAssets(inProject("build/assets")), theme: "lectern" });
  const shown = await browser.withPage({ html: new TextDecoder().decode(bytes), files: new Map(), timeoutMs: 60_000 }, async (page) => {
    const look = () =>
      page.evaluate(() =>
        [...document.querySelectorAll(".slide p")]
          .flatMap((one) => (getComputedStyle(one).visibility === "visible" ? [one.textContent] : []))
          .join(""),
      );
    const seen = [await look()];
    for (const _ of words) {
      await page.keyboard.press("ArrowRight");
      seen.push(await look());
    }
    return seen;
  });
  expect(shown).toEqual(["2", "12", "1", "13", "14"]);
});
