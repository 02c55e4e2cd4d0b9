import { chromium, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DeckId, UserId } from "@/lib/api/ids";
import type { DeckPage } from "@/tests/integration/collab/deck-page";
import { openCollabHouse, type CollabHouse } from "@/tests/integration/collab/house";
import { servePage } from "@/tests/integration/collab/served-page";
import { findChromium } from "@/tests/support/chromium";

declare global {
  interface Window {
    readonly deckPage: DeckPage;
  }
}

// The browser's own copy needs a browser's own database.
let browser: Browser;
let house: CollabHouse;
let served: Awaited<ReturnType<typeof servePage>>;

beforeAll(async () => {
  house = await openCollabHouse();
  served = await servePage("deck-page");
  browser = await chromium.launch(findChromium());
});
afterAll(async () => {
  await browser.close();
  served.stop();
  await house.close();
});

interface Visit {
  readonly deckId: DeckId;
  readonly userId: UserId;
  /** False where the API isn't reached. */
  readonly isReachable?: () => boolean;
}

async function visit(context: BrowserContext, { deckId, userId, isReachable = () => true }: Visit): Promise<Page> {
  const page = await context.newPage();
  await page.exposeFunction("askForToken", () => {
    if (!isReachable()) throw new Error("offline");
    return house.tokenFor(deckId, { userId });
  });
  await page.goto(served.address);
  await page.waitForFunction(() => window.deckPage !== undefined);
  await page.evaluate((id) => window.deckPage.open(id), deckId);
  return page;
}

const look = (page: Page) => page.evaluate(() => window.deckPage.look());

test("text typed without a connection survives a killed tab, and is stored when the deck is opened again", async () => {
  const deckId = await house.makeDeck("text");
  const userId = await house.makePerson();
  const context = await browser.newContext();
  const first = await visit(context, { deckId, userId });
  await expect.poll(() => look(first)).toEqual({ text: "text", save: "saved", status: "ready", canEdit: true });
  await context.setOffline(true);
  await expect.poll(async () => (await look(first)).save).toBe("offline");
  await first.evaluate(() => window.deckPage.type("typed offline "));
  expect((await look(first)).save).toBe("offline");
  // Closed as a crash closes it, without asking anyone.
  await first.close({ runBeforeUnload: false });
  expect(await house.stored(deckId)).toBe("text");
  await context.setOffline(false);
  const second = await visit(context, { deckId, userId });
  await expect.poll(() => look(second)).toMatchObject({ text: "typed offline text", save: "saved" });
  expect(await house.stored(deckId)).toBe("typed offline text");
  await context.close();
});

test("the network's return is used at once, and two tabs of one person hold the same text", async () => {
  const deckId = await house.makeDeck("text");
  const userId = await house.makePerson();
  const context = await browser.newContext();
  const [first, second] = [await visit(context, { deckId, userId }), await visit(context, { deckId, userId })];
  await expect.poll(async () => [(await look(first)).save, (await look(second)).save]).toEqual(["saved", "saved"]);
  await context.setOffline(true);
  await first.evaluate(() => window.deckPage.type("one "));
  await second.evaluate(() => window.deckPage.type("two "));
  await expect.poll(async () => [(await look(first)).save, (await look(second)).save]).toEqual(["offline", "offline"]);
  await context.setOffline(false);
  await expect.poll(async () => [(await look(first)).save, (await look(second)).save], { timeout: 10_000 }).toEqual(["saved", "saved"]);
  await expect.poll(async () => (await look(first)).text === (await look(second)).text).toBe(true);
  const stored = await house.stored(deckId);
  expect(stored).toBe((await look(first)).text);
  expect(stored).toMatch(/^(one two|two one) text$/);
  await context.close();
});

test("[I10] another generation doesn't get what this browser kept of the one before", async () => {
  const deckId = await house.makeDeck("text");
  const userId = await house.makePerson();
  const context = await browser.newContext();
  const first = await visit(context, { deckId, userId });
  await expect.poll(async () => (await look(first)).save).toBe("saved");
  await context.setOffline(true);
  await first.evaluate(() => window.deckPage.type("of the first life "));
  await first.close();
  await context.setOffline(false);
  await house.database.pool.query("UPDATE collab_doc SET generation = 2 WHERE doc_id = $1", [deckId]);
  await house.collab.closeDeck(deckId, "replaced");
  const page = await context.newPage();
  await page.exposeFunction("askForToken", () => house.tokenFor(deckId, { userId, generation: 2 }));
  await page.goto(served.address);
  await page.waitForFunction(() => window.deckPage !== undefined);
  await page.evaluate((id) => window.deckPage.open(id), deckId);
  await expect.poll(() => look(page)).toMatchObject({ text: "text", save: "saved" });
  await context.close();
});
