import { chromium, type Browser, type Page } from "@playwright/test";
import { median, type Ratio } from "@/tests/bench/report";
import { talkOf } from "@/tests/bench/talk";
import { visit } from "@/tests/bench/visitor";
import { findChromium } from "@/tests/support/chromium";

const keystrokes = 60;

/** From the key's event to the changed slide, in the editor itself, against a bare text area that patches one element. */
export async function benchPreview(url: string): Promise<readonly Ratio[]> {
  const browser = await chromium.launch(findChromium());
  try {
    const floor = await measureFloor(browser);
    const short = await measureEditor(browser, url, 10);
    const long = await measureEditor(browser, url, 1_000);
    const against = "bare text area that patches one element in a frame";
    return [
      { what: "keystroke to patched preview, 10 slides", measured: short, against, floor, unit: "ms" },
      { what: "keystroke to patched preview, 1,000 slides", measured: long, against, floor, unit: "ms" },
    ];
  } finally {
    await browser.close();
  }
}

async function measureFloor(browser: Browser): Promise<number> {
  const page = await browser.newPage();
  await page.setContent("<textarea></textarea><div id=preview><p>text</p></div>");
  await page.evaluate(() => {
    const area = document.querySelector("textarea");
    const preview = document.querySelector("#preview");
    area?.addEventListener("input", () => requestAnimationFrame(() => preview?.replaceChildren(area.value)));
    area?.focus();
  });
  await page.evaluate(watch, "#preview");
  return typeAndRead(page);
}

async function measureEditor(browser: Browser, url: string, slides: number): Promise<number> {
  const visitor = await visit(url);
  const deckId = await visitor.createDeck(talkOf(slides));
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const [name = "", value = ""] = visitor.cookie.split(";")[0]?.split(/=(.*)/s) ?? [];
  await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  await page.goto(`${url}/decks/${deckId}`);
  const source = page.getByRole("textbox", { name: "Deck source" });
  await source.focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("End");
  await page.evaluate(watch, ".preview-slide");
  const time = await typeAndRead(page);
  await context.close();
  return time;
}

/** In the page: notes the time from each key to the next change below the first element that the selector finds. */
function watch(selector: string): void {
  const times: number[] = [];
  let pressedMs: number | undefined;
  const observer = new MutationObserver(() => {
    if (pressedMs === undefined) return;
    times.push(performance.now() - pressedMs);
    pressedMs = undefined;
  });
  const target = document.querySelector(selector);
  const host = target && [target, ...target.querySelectorAll("*")].find((one) => one.shadowRoot !== null);
  const root = host?.shadowRoot ?? target;
  if (root) observer.observe(root, { subtree: true, childList: true, characterData: true });
  addEventListener("keydown", () => (pressedMs = performance.now()), true);
  Object.assign(window, { benchTimes: times });
}

async function typeAndRead(page: Page): Promise<number> {
  for (let key = 0; key < keystrokes; key++) {
    await page.keyboard.press("x");
    await page.waitForFunction((count) => Object(window).benchTimes.length >= count, key + 1);
  }
  const times: unknown = await page.evaluate(() => Object(window).benchTimes);
  return median((Array.isArray(times) ? times : []).map(Number).slice(keystrokes / 2));
}
