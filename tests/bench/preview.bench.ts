import { chromium, type Browser, type Page } from "@playwright/test";
import { build } from "esbuild";
import { z } from "zod";
import { median, type Ratio } from "@/tests/bench/report";
import { talkOf } from "@/tests/bench/talk";
import { visit } from "@/tests/bench/visitor";
import { testChromium } from "@/tests/support/chromium";

const keystrokes = 60;

/**
 * From the key's event to the changed slide, in the editor itself, against a bare text area that patches one element;
 * and the script in it, from reading the edit to the patched slide, against reading and showing all slides again in the
 * same page.
 */
export async function benchPreview(url: string): Promise<readonly Ratio[]> {
  const browser = await chromium.launch(await testChromium());
  try {
    const floor = await measureFloor(browser);
    const short = await measureEditor(browser, url, 10);
    const long = await measureEditor(browser, url, 1_000);
    const against = "bare text area that patches one element in a frame";
    const again = "all slides read and shown again, in the same page";
    const unit = "ms" as const;
    return [
      { what: "keystroke to patched preview, 10 slides", measured: short.whole, against, floor: floor.whole, unit },
      { what: "keystroke to patched preview, 1,000 slides", measured: long.whole, against, floor: floor.whole, unit },
      { what: "  of it script, text to patched slide, 10 slides", measured: short.script, against: again, floor: short.again, unit },
      { what: "  of it script, text to patched slide, 1,000 slides", measured: long.script, against: again, floor: long.again, unit },
      { what: "script of a keystroke in 1,000 slides", measured: long.script, against: "script of one in 10 slides", floor: short.script, unit },
    ];
  } finally {
    await browser.close();
  }
}

/** Milliseconds, as medians. */
interface Keystroke {
  /** From the key's event on. */
  readonly whole: number;
  /** From the start of the frame's script on. */
  readonly script: number;
}

async function measureFloor(browser: Browser): Promise<Keystroke> {
  const page = await browser.newPage();
  await page.evaluate(noteFrames);
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

async function measureEditor(browser: Browser, url: string, slides: number): Promise<Keystroke & { readonly again: number }> {
  const visitor = await visit(url);
  const markdown = talkOf(slides);
  const deckId = await visitor.createDeck(markdown);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const [name = "", value = ""] = visitor.cookie.split(";")[0]?.split(/=(.*)/s) ?? [];
  await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  await page.addInitScript(noteFrames);
  await page.goto(`${url}/decks/${deckId}`);
  const source = page.getByRole("textbox", { name: "Deck source" });
  await source.focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("End");
  await page.evaluate(watch, ".preview-slide");
  const times = await typeAndRead(page);
  const again = Number(await page.evaluate(`${await renderAllScript()};renderAll.timeRenderAll(${JSON.stringify(markdown)})`));
  await context.close();
  return { ...times, again };
}

/** As one script, for a page that loads none but its own. */
async function renderAllScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ["tests/bench/render-all.ts"],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    globalName: "renderAll",
    target: "es2022",
    alias: { "@": process.cwd() },
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}

/** In the page: remembers when the script of the latest frame's callback began. What it patches is patched before the next one's. */
function noteFrames(): void {
  const request = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) =>
    request((time) => {
      Object.assign(window, { frameStartMs: performance.now() });
      callback(time);
    });
}

/** In the page: notes the times from each key, and from the frame's script, to the next change below the first element that the selector finds. */
function watch(selector: string): void {
  const whole: number[] = [];
  const script: number[] = [];
  let pressedMs: number | undefined;
  const observer = new MutationObserver(() => {
    if (pressedMs === undefined) return;
    whole.push(performance.now() - pressedMs);
    script.push(performance.now() - Object(window).frameStartMs);
    pressedMs = undefined;
  });
  const target = document.querySelector(selector);
  const host = target && [target, ...target.querySelectorAll("*")].find((one) => one.shadowRoot !== null);
  const root = host?.shadowRoot ?? target;
  if (root) observer.observe(root, { subtree: true, childList: true, characterData: true });
  addEventListener("keydown", () => (pressedMs = performance.now()), true);
  Object.assign(window, { benchTimes: { whole, script } });
}

async function typeAndRead(page: Page): Promise<Keystroke> {
  for (let key = 0; key < keystrokes; key++) {
    await page.keyboard.press("x");
    await page.waitForFunction((count) => Object(window).benchTimes.whole.length >= count, key + 1);
  }
  const { whole, script } = z
    .object({ whole: z.array(z.number()), script: z.array(z.number()) })
    .parse(await page.evaluate(() => Object(window).benchTimes));
  const warm = (times: readonly number[]) => median(times.slice(keystrokes / 2));
  return { whole: warm(whole), script: warm(script) };
}
