import { chromium, type Browser, type CDPSession, type Page } from "@playwright/test";
import { z } from "zod";
import { parseDeck, renderDeck } from "@/lib/deck";
import { median, type Ratio } from "@/tests/bench/report";
import { notInstalled, publishWithPeers, writeRevealPage } from "@/tests/bench/stage/peer-decks";
import { serveFolder } from "@/tests/bench/stage/static-server";
import { visit } from "@/tests/bench/visitor";
import { testChromium } from "@/tests/support/chromium";

const changes = 150;
const openings = 7;

const slide = (index: number) =>
  `## Slide ${index + 1}\n\n- a point that is made\n- another, a little longer than the first\n\n\`\`\`js\nconst answer = wait(${index});\n\`\`\``;
const talkOf = (slides: number) => ["# A talk", ...Array.from({ length: slides - 1 }, (_, index) => slide(index))].join("\n\n---\n\n");

/** What an audience's browser has to do: a change of slides in a long deck, and the first slide on screen, beside other tools. */
export async function benchOnScreen(url: string): Promise<readonly Ratio[]> {
  const browser = await chromium.launch(await testChromium());
  try {
    return [...(await benchChanges(browser, url)), ...(await benchOpenings(browser, url))];
  } finally {
    await browser.close();
  }
}

async function benchChanges(browser: Browser, url: string): Promise<readonly Ratio[]> {
  const markdown = `---\ntransition: none\n---\n\n${talkOf(200)}`;
  const content = /<div class="slide-content">([\s\S]*)<\/div><\/section>$/;
  const reveal = await writeRevealPage(renderDeck(parseDeck(markdown)).map((section) => content.exec(section)?.[1] ?? ""));
  if (!reveal) {
    console.log(`  ${notInstalled}`);
    return [];
  }
  const server = await serveFolder(reveal.folder);
  const ours = await scriptOfChange(browser, await publish(url, markdown));
  const theirs = await scriptOfChange(browser, server.url);
  server.stop();
  await reveal.remove();
  return [{ what: "script of a change of slides, 200 slides", measured: ours, against: "reveal.js, the same slides", floor: theirs, unit: "ms" }];
}

/** Milliseconds of script that a press of the arrow costs, all its tasks and frames counted. */
async function scriptOfChange(browser: Browser, address: string): Promise<number> {
  const { page, devtools } = await openPage(browser, { reducedMotion: "reduce" });
  await page.goto(address);
  await page.waitForSelector("html[data-player]", { state: "attached" });
  await devtools.send("Performance.enable");
  const press = async (times: number) => {
    for (let index = 0; index < times; index++) {
      await page.keyboard.press("ArrowRight");
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    }
  };
  await press(20);
  const before = await scriptMs(devtools);
  await press(changes);
  const spent = (await scriptMs(devtools)) - before;
  // What waiting for frames costs by itself.
  const idleBefore = await scriptMs(devtools);
  for (let index = 0; index < changes; index++) {
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }
  const idle = (await scriptMs(devtools)) - idleBefore;
  await page.context().close();
  return Math.max(0, spent - idle) / changes;
}

async function scriptMs(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send("Performance.getMetrics");
  return (metrics.find(({ name }) => name === "ScriptDuration")?.value ?? 0) * 1_000;
}

interface Opening {
  readonly paintedMs: number;
  readonly bytes: number;
  readonly requests: number;
}

async function benchOpenings(browser: Browser, url: string): Promise<readonly Ratio[]> {
  const markdown = talkOf(20);
  const peers = await publishWithPeers(markdown);
  for (const sentence of peers.missing) console.log(`  ${sentence}`);
  const ours = await openOften(browser, await publish(url, markdown));
  const found: { readonly name: string; readonly opening: Opening }[] = [];
  for (const { name, folder } of peers.decks) {
    const server = await serveFolder(folder);
    found.push({ name, opening: await openOften(browser, server.url) });
    server.stop();
  }
  await peers.remove();
  printOpenings([{ name: "Lectern", opening: ours }, ...found]);
  return found.flatMap(({ name, opening }) => [
    { what: "first slide on screen", measured: ours.paintedMs, against: name, floor: opening.paintedMs, unit: "ms" as const },
    { what: "bytes of the page until it is quiet", measured: ours.bytes, against: name, floor: opening.bytes, unit: "bytes" as const },
    { what: "requests of the page until it is quiet", measured: ours.requests, against: name, floor: opening.requests, unit: "count" as const },
  ]);
}

function printOpenings(all: readonly { readonly name: string; readonly opening: Opening }[]): void {
  console.log("  a talk of 20 slides, opened cold: requests, bytes on the wire, first slide on screen");
  for (const { name, opening } of all) {
    const { requests, bytes, paintedMs } = opening;
    console.log(
      `  ${name.padEnd(12)} ${String(requests).padStart(3)}  ${(bytes / 1024).toFixed(0).padStart(6)} kB  ${paintedMs.toFixed(0).padStart(5)} ms`,
    );
  }
}

async function openOften(browser: Browser, address: string): Promise<Opening> {
  const all: Opening[] = [];
  // The first one warms the servers up.
  for (let round = 0; round <= openings; round++) {
    const opening = await openOnce(browser, address);
    if (round > 0) all.push(opening);
  }
  const middle = (pick: (opening: Opening) => number) => median(all.map(pick));
  return { paintedMs: middle((one) => one.paintedMs), bytes: middle((one) => one.bytes), requests: middle((one) => one.requests) };
}

/** Opens a page with nothing kept, until nothing is asked for any more. */
async function openOnce(browser: Browser, address: string): Promise<Opening> {
  const { page, devtools } = await openPage(browser);
  let bytes = 0;
  let requests = 0;
  await devtools.send("Network.enable");
  devtools.on("Network.requestWillBeSent", () => requests++);
  devtools.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.goto(address, { waitUntil: "load" });
  const painted = await page.evaluate(paintedText, "A talk");
  await page.evaluate(() => document.fonts.ready.then(() => true));
  await page.context().close();
  return { paintedMs: z.number().parse(painted), bytes, requests };
}

/** When the first slide's words were on screen: the largest text that was painted, once it is there. */
function paintedText(words: string): Promise<number> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (!("element" in entry) || !(entry.element instanceof Element) || entry.element.textContent?.includes(words) !== true) continue;
        resolve(entry.startTime);
      }
    }).observe({ type: "largest-contentful-paint", buffered: true });
  });
}

async function openPage(
  browser: Browser,
  options: { readonly reducedMotion?: "reduce" } = {},
): Promise<{ readonly page: Page; readonly devtools: CDPSession }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  return { page, devtools: await context.newCDPSession(page) };
}

async function publish(url: string, markdown: string): Promise<string> {
  const visitor = await visit(url);
  return visitor.publish(await visitor.createDeck(markdown));
}
