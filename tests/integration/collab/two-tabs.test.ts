import type { BrowserContext, Page } from "@playwright/test";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { DeckId, UserId } from "@/lib/api/ids";
import { look, openDeckBrowser, untilKept } from "@/tests/integration/collab/deck-browser";
import { type } from "@/tests/integration/collab/house";
import { eventually } from "@/tests/support/eventually";

// Two tabs of one browser have a deck open, share its copy there, and one of them can't send what it holds.

let opened: Awaited<ReturnType<typeof openDeckBrowser>>;
beforeAll(async () => {
  opened = await openDeckBrowser();
});
afterEach(() => opened.house.clear());
afterAll(() => opened.close());

interface Scene {
  readonly deckId: DeckId;
  readonly userId: UserId;
  readonly context: BrowserContext;
  /** Ended before it could send `unsent text`. */
  readonly first: Page;
  /** Saved, and wrote into the copy after the first tab did. */
  readonly second: Page;
}

/** The first tab writes offline and stays so; the second one comes back, is saved, and keeps what Ben writes then. */
async function oneTabIsCutOff(): Promise<Scene> {
  const deckId = await opened.house.makeDeck("text");
  const userId = await opened.house.makePerson();
  const context = await opened.browser.newContext();
  const [first, second] = [await opened.visit(context, { deckId, userId }), await opened.visit(context, { deckId, userId })];
  await expect.poll(async () => [(await look(first)).save, (await look(second)).save]).toEqual(["saved", "saved"]);
  // As a browser freezes a tab: it connects no more.
  await first.evaluate(() => Object.assign(window, { askForToken: () => new Promise(() => undefined) }));
  await context.setOffline(true);
  await first.evaluate(() => window.deckPage.type("unsent "));
  await untilKept(first, "unsent text");
  await context.setOffline(false);
  await expect.poll(async () => (await look(second)).save, { timeout: 10_000 }).toBe("saved");
  type(await opened.house.open(deckId), 0, "Ben's ");
  await expect.poll(() => second.evaluate(() => window.deckPage.readCopy())).toContain("Ben's ");
  return { deckId, userId, context, first, second };
}

async function replaceDeck(deckId: DeckId): Promise<void> {
  await opened.house.database.pool.query("UPDATE collab_doc SET generation = 2 WHERE doc_id = $1", [deckId]);
  await opened.house.collab.closeDeck(deckId, "replaced");
}

const keptIn = (page: Page) => page.evaluate(() => window.deckPage.kept());

test("what one tab couldn't send is laid aside where the deck was replaced, though the other tab was saved", async () => {
  const { deckId, userId, context, first, second } = await oneTabIsCutOff();
  await first.close();
  await second.close();
  await replaceDeck(deckId);
  const third = await opened.visit(context, { deckId, userId, generation: 2 });
  await expect.poll(() => keptIn(third)).toEqual([{ markdown: expect.stringContaining("unsent "), reason: "replaced" }]);
  await context.close();
});

test("what one tab couldn't send is laid aside for who may not write any more, though the other tab was saved", async () => {
  const { deckId, userId, context, first, second } = await oneTabIsCutOff();
  await first.close();
  await second.close();
  opened.house.roles.set(userId, "comment");
  const third = await opened.visit(context, { deckId, userId });
  await expect.poll(() => keptIn(third)).toEqual([{ markdown: expect.stringContaining("unsent "), reason: "no-right" }]);
  await context.close();
});

test("what a tab that is gone couldn't send is sent by the next one, and is laid aside no more", async () => {
  const { deckId, userId, context, first, second } = await oneTabIsCutOff();
  await first.close();
  const third = await opened.visit(context, { deckId, userId });
  await expect.poll(() => look(third)).toMatchObject({ save: "saved", text: expect.stringContaining("unsent ") });
  expect(await opened.house.stored(deckId)).toBe((await look(third)).text);
  await expect.poll(() => third.evaluate(() => window.deckPage.listCopies())).toEqual([{ name: `${deckId}:1`, unsent: 0 }]);
  await second.close();
  await third.close();
  await replaceDeck(deckId);
  const fourth = await opened.visit(context, { deckId, userId, generation: 2 });
  await expect.poll(() => fourth.evaluate(() => window.deckPage.listCopies())).toEqual([{ name: `${deckId}:2`, unsent: 0 }]);
  expect(await fourth.evaluate(() => window.deckPage.countTexts())).toBe(0);
  await context.close();
});

/** The second tab wrote so much offline that the server refuses it. */
async function oneTabIsRefused(): Promise<Scene> {
  const scene = await oneTabIsCutOff();
  const { deckId, context, second } = scene;
  await context.setOffline(true);
  // Each of the two is short enough alone.
  await second.evaluate(() => window.deckPage.type("a".repeat(600_000)));
  const ben = await opened.house.open(deckId);
  type(ben, 0, "b".repeat(600_000));
  await eventually(() => expect(ben.saveState.state).toBe("saved"));
  await context.setOffline(false);
  await expect.poll(() => second.evaluate(() => window.deckPage.status()), { timeout: 10_000 }).toMatchObject({ reason: "refused" });
  await expect.poll(() => second.evaluate(() => window.deckPage.countTexts())).toBe(1);
  return scene;
}

test("what one tab couldn't send is laid aside with the text that the server refused from the other one", async () => {
  const { deckId, userId, context, first, second } = await oneTabIsRefused();
  await first.close();
  await second.close();
  const third = await opened.visit(context, { deckId, userId });
  const kept = () =>
    third.evaluate(() =>
      window.deckPage.kept()?.map(({ markdown, reason }) => [reason, ...["unsent ", "aaaa"].map((word) => markdown.includes(word))]),
    );
  await expect.poll(kept).toEqual([["refused", true, true]]);
  await context.close();
});

test("a tab whose copy another one emptied keeps all of its text again with the next key", async () => {
  const { context, first } = await oneTabIsRefused();
  await first.evaluate(() => window.deckPage.type("more "));
  await expect.poll(() => first.evaluate(() => window.deckPage.readCopy())).toBe("more unsent text");
  await context.close();
});
