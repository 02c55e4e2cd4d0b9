import { chromium, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { DeckId, UserId } from "@/lib/api/ids";
import { encodeFence, encodeSyncStep1, encodeSyncStep2 } from "@/lib/collab/protocol/frames";
import type { DeckPage } from "@/tests/integration/collab/deck-page";
import { createFalseServers, greet } from "@/tests/integration/collab/false-server";
import { openCollabHouse, type, updateOf, type CollabHouse } from "@/tests/integration/collab/house";
import { servePage } from "@/tests/integration/collab/served-page";
import { testChromium } from "@/tests/support/chromium";
import { eventually } from "@/tests/support/eventually";

declare global {
  interface Window {
    readonly deckPage: DeckPage;
  }
}

// The browser's own copy needs a browser's own database.
let browser: Browser;
let house: CollabHouse;
let served: Awaited<ReturnType<typeof servePage>>;
const falseServers = createFalseServers();

beforeAll(async () => {
  house = await openCollabHouse();
  served = await servePage("deck-page");
  browser = await chromium.launch(await testChromium());
});
afterEach(() => {
  house.clear();
  falseServers.stopAll();
});
afterAll(async () => {
  await browser.close();
  served.stop();
  await house.close();
});

interface Visit {
  readonly deckId: DeckId;
  readonly userId: UserId;
  readonly generation?: number;
  /** Where it is told to connect, if not at the house. */
  readonly url?: string;
}

async function visit(context: BrowserContext, { deckId, userId, generation = 1, url }: Visit): Promise<Page> {
  const page = await context.newPage();
  await page.exposeFunction("askForToken", () => {
    const token = house.tokenFor(deckId, { userId, generation });
    return url === undefined ? token : { ...token, url };
  });
  await page.goto(served.address);
  await page.waitForFunction(() => window.deckPage !== undefined);
  await page.evaluate((id) => window.deckPage.open(id), deckId);
  return page;
}

const look = (page: Page) => page.evaluate(() => window.deckPage.look());
/** A database writes behind the page: a page that is killed sooner leaves less. */
const untilKept = (page: Page, text: string) => expect.poll(() => page.evaluate(() => window.deckPage.readCopy()), { timeout: 10_000 }).toBe(text);

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
  await untilKept(first, "typed offline text");
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

test("[I10] another generation doesn't get what this browser kept of the one before, which is laid aside for its writer", async () => {
  const deckId = await house.makeDeck("text");
  const userId = await house.makePerson();
  const context = await browser.newContext();
  const first = await visit(context, { deckId, userId });
  await expect.poll(async () => (await look(first)).save).toBe("saved");
  await context.setOffline(true);
  await first.evaluate(() => window.deckPage.type("of the first life "));
  await untilKept(first, "of the first life text");
  await first.close();
  await context.setOffline(false);
  await house.database.pool.query("UPDATE collab_doc SET generation = 2 WHERE doc_id = $1", [deckId]);
  await house.collab.closeDeck(deckId, "replaced");
  const second = await visit(context, { deckId, userId, generation: 2 });
  await expect.poll(() => look(second)).toMatchObject({ text: "text", save: "saved" });
  const kept = [{ markdown: "of the first life text", reason: "replaced" }];
  await expect.poll(() => second.evaluate(() => window.deckPage.kept())).toEqual(kept);
  await second.evaluate(() => window.deckPage.discardFirst());
  await expect.poll(() => second.evaluate(() => window.deckPage.kept())).toEqual([]);
  await context.close();
});

test("[I10] a server that answers for another generation gets nothing of what an offline author kept who reloads, and it is stored where it belongs", async () => {
  const deckId = await house.makeDeck("text");
  const userId = await house.makePerson();
  const context = await browser.newContext();
  const first = await visit(context, { deckId, userId });
  await expect.poll(async () => (await look(first)).save).toBe("saved");
  await context.setOffline(true);
  await first.evaluate(() => window.deckPage.type("of this life "));
  await untilKept(first, "of this life text");
  await first.close();
  await context.setOffline(false);
  const heard: Buffer[] = [];
  const { url } = await falseServers.serve((ws) => {
    ws.on("message", (frame: Buffer) => heard.push(frame));
    greet(ws, { gen: 2, markdown: "of another life " });
    ws.send(encodeSyncStep1(Uint8Array.of(0)));
    ws.send(encodeFence({ version: 1, status: "durable", seq: 9 }));
  });
  const second = await visit(context, { deckId, userId, url });
  await expect.poll(() => second.evaluate(() => window.deckPage.status())).toMatchObject({ state: "ended", reason: "replaced" });
  expect(await look(second)).toMatchObject({ text: "of this life text", save: "not-saved" });
  expect(Buffer.concat(heard).includes("of this life")).toBe(false);
  await second.close();
  const third = await visit(context, { deckId, userId });
  await expect.poll(() => look(third)).toMatchObject({ text: "of this life text", save: "saved" });
  expect(await house.stored(deckId)).toBe("of this life text");
  await context.close();
});

test.each(["theirs", "less"])(
  "[I16] who was offline and reloads is told where another's text has been put under their number meanwhile: %s",
  async (forged) => {
    const deckId = await house.makeDeck("text");
    const [userId, malloryId] = [await house.makePerson(), await house.makePerson()];
    const context = await browser.newContext();
    const first = await visit(context, { deckId, userId });
    await expect.poll(async () => (await look(first)).save).toBe("saved");
    await context.setOffline(true);
    await first.evaluate(() => window.deckPage.type("mine, "));
    await untilKept(first, "mine, text");
    const number = await first.evaluate(() => window.deckPage.clientId());
    await first.close();
    // A deck that is loaded anew knows nobody by their number.
    await house.restart();
    const mallory = await house.knock(deckId, { protocols: ["collab.v1", `auth.${house.tokenFor(deckId, { userId: malloryId }).token}`] });
    mallory.ws.send(encodeSyncStep2(updateOf(forged, number)));
    await eventually(async () => expect(await house.stored(deckId)).toContain(forged));
    const stored = await house.stored(deckId);
    await context.setOffline(false);
    const second = await visit(context, { deckId, userId });
    await expect
      .poll(() => second.evaluate(() => window.deckPage.status()), { timeout: 10_000 })
      .toMatchObject({ state: "ended", reason: "refused" });
    expect((await look(second)).save).not.toBe("saved");
    expect(await house.stored(deckId)).toBe(stored);
    await second.close();
    const third = await visit(context, { deckId, userId });
    await expect
      .poll(() => third.evaluate(() => window.deckPage.kept()))
      .toEqual([{ markdown: expect.stringContaining("mine, "), reason: "refused" }]);
    await expect.poll(() => look(third)).toMatchObject({ text: stored, save: "saved" });
    await context.close();
  },
);

test("a text that the server refuses is laid aside, and the deck opens again without it", async () => {
  const deckId = await house.makeDeck("text");
  const userId = await house.makePerson();
  const context = await browser.newContext();
  const [first, ben] = [await visit(context, { deckId, userId }), await house.open(deckId)];
  await expect.poll(async () => (await look(first)).save).toBe("saved");
  await context.setOffline(true);
  // Each of the two is short enough alone.
  await first.evaluate(() => window.deckPage.type("a".repeat(600_000)));
  type(ben, 0, "b".repeat(600_000));
  await eventually(() => expect(ben.saveState).toEqual({ state: "saved" }));
  await context.setOffline(false);
  await expect
    .poll(() => first.evaluate(() => window.deckPage.status()), { timeout: 10_000 })
    .toMatchObject({
      reason: "refused",
      sentence: expect.stringContaining("kept in this browser"),
    });
  await first.close();
  const second = await visit(context, { deckId, userId });
  await expect.poll(async () => (await look(second)).save).toBe("saved");
  expect((await look(second)).text).toBe(`${"b".repeat(600_000)}text`);
  const kept = () => second.evaluate(() => window.deckPage.kept()?.map(({ markdown, reason }) => [markdown.includes("aaaa"), reason]));
  await expect.poll(kept).toEqual([[true, "refused"]]);
  await context.close();
});

test("more than one message holds is not sent, is said, and stays in the page", async () => {
  const deckId = await house.makeDeck("text");
  const ana = await house.open(deckId);
  const stopped = house.collab.stop();
  await eventually(() => expect(ana.saveState.state).toBe("offline"));
  type(ana, 0, "a".repeat(5 * 1024 * 1024));
  await stopped;
  await house.restart();
  await eventually(() => expect(ana.status).toMatchObject({ reason: "refused", sentence: expect.stringContaining("more without a connection") }));
  expect(ana.saveState.state).toBe("not-saved");
  expect(ana.text.length).toBeGreaterThan(5_000_000);
  expect(await house.stored(deckId)).toBe("text");
});

test.each([
  ["has no database", () => Reflect.deleteProperty(window, "indexedDB")],
  [
    "forbids it",
    () => {
      indexedDB.open = () => {
        throw new DOMException("not in this window", "SecurityError");
      };
    },
  ],
  [
    "has no room",
    () => {
      IDBObjectStore.prototype.add = function () {
        this.transaction.abort();
        throw new DOMException("full", "QuotaExceededError");
      };
    },
  ],
])("a browser that %s is not said to keep anything, and the deck works", async (_what, cripple) => {
  const deckId = await house.makeDeck("text");
  const userId = await house.makePerson();
  const context = await browser.newContext();
  await context.addInitScript(cripple);
  const page = await visit(context, { deckId, userId });
  await expect.poll(() => look(page)).toEqual({ text: "text", save: "saved", status: "ready", canEdit: true });
  await context.setOffline(true);
  await page.evaluate(() => window.deckPage.type("more "));
  await expect.poll(() => page.evaluate(() => window.deckPage.saveState())).toEqual({ state: "offline", unsaved: 1, isKept: false });
  await context.setOffline(false);
  await expect.poll(async () => (await look(page)).save, { timeout: 10_000 }).toBe("saved");
  expect(await page.evaluate(() => window.deckPage.unhandled())).toEqual([]);
  await context.close();
});

test("what the browser's database has not taken is not said to be kept, and is once it has", async () => {
  const deckId = await house.makeDeck("text");
  const userId = await house.makePerson();
  const context = await browser.newContext();
  const page = await visit(context, { deckId, userId });
  const saveState = () => page.evaluate(() => window.deckPage.saveState());
  await expect.poll(saveState).toEqual({ state: "saved" });
  await context.setOffline(true);
  await page.evaluate(() => window.deckPage.type("kept "));
  await expect.poll(saveState).toEqual({ state: "offline", unsaved: 1, isKept: true });
  await page.evaluate(() => window.deckPage.holdDatabase());
  await page.evaluate(() => window.deckPage.type("held up "));
  await expect.poll(saveState).toEqual({ state: "offline", unsaved: 2, isKept: false });
  await page.evaluate(() => window.deckPage.releaseDatabase());
  await expect.poll(saveState).toEqual({ state: "offline", unsaved: 2, isKept: true });
  await untilKept(page, "held up kept text");
  await context.close();
});

test("who may write only later has a copy from then on", async () => {
  const deckId = await house.makeDeck("text");
  const userId = await house.makePerson("comment");
  const context = await browser.newContext();
  const page = await visit(context, { deckId, userId });
  await expect.poll(async () => (await look(page)).save).toBe("read-only");
  house.roles.set(userId, "edit");
  await house.collab.recheckRoles(deckId);
  await expect.poll(async () => (await look(page)).canEdit).toBe(true);
  await context.setOffline(true);
  await page.evaluate(() => window.deckPage.type("more "));
  await expect.poll(() => page.evaluate(() => window.deckPage.saveState())).toEqual({ state: "offline", unsaved: 1, isKept: true });
  await untilKept(page, "more text");
  await page.close();
  await context.setOffline(false);
  const again = await visit(context, { deckId, userId });
  await expect.poll(() => look(again)).toMatchObject({ text: "more text", save: "saved" });
  await context.close();
});

test("a copy is made one row again at every opening", async () => {
  const deckId = await house.makeDeck("text");
  const userId = await house.makePerson();
  const context = await browser.newContext();
  const first = await visit(context, { deckId, userId });
  await expect.poll(async () => (await look(first)).save).toBe("saved");
  for (const word of ["one ", "two ", "three "]) {
    await first.evaluate((text) => window.deckPage.type(text), word);
    await expect.poll(async () => (await look(first)).save).toBe("saved");
  }
  await expect.poll(() => first.evaluate(() => window.deckPage.countUpdates())).toBeGreaterThan(2);
  await untilKept(first, "three two one text");
  await first.close();
  const second = await visit(context, { deckId, userId });
  await expect.poll(() => look(second)).toMatchObject({ text: "three two one text", save: "saved" });
  await expect.poll(() => second.evaluate(() => window.deckPage.countUpdates())).toBe(1);
  await context.close();
});
