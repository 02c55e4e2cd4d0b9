import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { look, openDeckBrowser, untilKept } from "@/tests/integration/collab/deck-browser";
import { type } from "@/tests/integration/collab/house";
import { eventually } from "@/tests/support/eventually";

let opened: Awaited<ReturnType<typeof openDeckBrowser>>;
beforeAll(async () => {
  opened = await openDeckBrowser();
});
afterEach(() => opened.house.clear());
afterAll(() => opened.close());

test("the network's return is used at once, and two tabs of one person hold the same text", async () => {
  const deckId = await opened.house.makeDeck("text");
  const userId = await opened.house.makePerson();
  const context = await opened.browser.newContext();
  const [first, second] = [await opened.visit(context, { deckId, userId }), await opened.visit(context, { deckId, userId })];
  await expect.poll(async () => [(await look(first)).save, (await look(second)).save]).toEqual(["saved", "saved"]);
  await context.setOffline(true);
  await first.evaluate(() => window.deckPage.type("one "));
  await second.evaluate(() => window.deckPage.type("two "));
  await expect.poll(async () => [(await look(first)).save, (await look(second)).save]).toEqual(["offline", "offline"]);
  await context.setOffline(false);
  await expect.poll(async () => [(await look(first)).save, (await look(second)).save], { timeout: 10_000 }).toEqual(["saved", "saved"]);
  await expect.poll(async () => (await look(first)).text === (await look(second)).text).toBe(true);
  const stored = await opened.house.stored(deckId);
  expect(stored).toBe((await look(first)).text);
  expect(stored).toMatch(/^(one two|two one) text$/);
  await context.close();
});

test("a text that the server refuses is laid aside, and the deck opens again without it", async () => {
  const deckId = await opened.house.makeDeck("text");
  const userId = await opened.house.makePerson();
  const context = await opened.browser.newContext();
  const [first, ben] = [await opened.visit(context, { deckId, userId }), await opened.house.open(deckId)];
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
  const second = await opened.visit(context, { deckId, userId });
  await expect.poll(async () => (await look(second)).save).toBe("saved");
  expect((await look(second)).text).toBe(`${"b".repeat(600_000)}text`);
  const kept = () => second.evaluate(() => window.deckPage.kept()?.map(({ markdown, reason }) => [markdown.includes("aaaa"), reason]));
  await expect.poll(kept).toEqual([[true, "refused"]]);
  await context.close();
});

test("more than one message holds is not sent, is said, and stays in the page", async () => {
  const deckId = await opened.house.makeDeck("text");
  const ana = await opened.house.open(deckId);
  const stopped = opened.house.collab.stop();
  await eventually(() => expect(ana.saveState.state).toBe("offline"));
  type(ana, 0, "a".repeat(5 * 1024 * 1024));
  await stopped;
  await opened.house.restart();
  await eventually(() => expect(ana.status).toMatchObject({ reason: "refused", sentence: expect.stringContaining("more without a connection") }));
  expect(ana.saveState.state).toBe("not-saved");
  expect(ana.text.length).toBeGreaterThan(5_000_000);
  expect(await opened.house.stored(deckId)).toBe("text");
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
  const deckId = await opened.house.makeDeck("text");
  const userId = await opened.house.makePerson();
  const context = await opened.browser.newContext();
  await context.addInitScript(cripple);
  const page = await opened.visit(context, { deckId, userId });
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
  const deckId = await opened.house.makeDeck("text");
  const userId = await opened.house.makePerson();
  const context = await opened.browser.newContext();
  const page = await opened.visit(context, { deckId, userId });
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
  const deckId = await opened.house.makeDeck("text");
  const userId = await opened.house.makePerson("comment");
  const context = await opened.browser.newContext();
  const page = await opened.visit(context, { deckId, userId });
  await expect.poll(async () => (await look(page)).save).toBe("read-only");
  opened.house.roles.set(userId, "edit");
  await opened.house.collab.recheckRoles([deckId]);
  await expect.poll(async () => (await look(page)).canEdit).toBe(true);
  await context.setOffline(true);
  await page.evaluate(() => window.deckPage.type("more "));
  await expect.poll(() => page.evaluate(() => window.deckPage.saveState())).toEqual({ state: "offline", unsaved: 1, isKept: true });
  await untilKept(page, "more text");
  await page.close();
  await context.setOffline(false);
  const again = await opened.visit(context, { deckId, userId });
  await expect.poll(() => look(again)).toMatchObject({ text: "more text", save: "saved" });
  await context.close();
});

test("a copy is made one row again at every opening", async () => {
  const deckId = await opened.house.makeDeck("text");
  const userId = await opened.house.makePerson();
  const context = await opened.browser.newContext();
  const first = await opened.visit(context, { deckId, userId });
  await expect.poll(async () => (await look(first)).save).toBe("saved");
  for (const word of ["one ", "two ", "three "]) {
    await first.evaluate((text) => window.deckPage.type(text), word);
    await expect.poll(async () => (await look(first)).save).toBe("saved");
  }
  await expect.poll(() => first.evaluate(() => window.deckPage.countUpdates())).toBeGreaterThan(2);
  await untilKept(first, "three two one text");
  await first.close();
  const second = await opened.visit(context, { deckId, userId });
  await expect.poll(() => look(second)).toMatchObject({ text: "three two one text", save: "saved" });
  await expect.poll(() => second.evaluate(() => window.deckPage.countUpdates())).toBe(1);
  await context.close();
});
