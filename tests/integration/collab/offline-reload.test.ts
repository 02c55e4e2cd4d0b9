import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { encodeFence, encodeSyncStep1, encodeSyncStep2 } from "@/lib/collab/protocol/frames";
import { look, openDeckBrowser, untilKept } from "@/tests/integration/collab/deck-browser";
import { createFalseServers, greet } from "@/tests/integration/collab/false-server";
import { updateOf } from "@/tests/integration/collab/house";
import { eventually } from "@/tests/support/eventually";

// Somebody writes without a connection, their tab ends, and they open the deck again.

const falseServers = createFalseServers();
let opened: Awaited<ReturnType<typeof openDeckBrowser>>;
beforeAll(async () => {
  opened = await openDeckBrowser();
});
afterEach(() => {
  opened.house.clear();
  falseServers.stopAll();
});
afterAll(() => opened.close());

test("text typed without a connection survives a killed tab, and is stored when the deck is opened again", async () => {
  const deckId = await opened.house.makeDeck("text");
  const userId = await opened.house.makePerson();
  const context = await opened.browser.newContext();
  const first = await opened.visit(context, { deckId, userId });
  await expect.poll(() => look(first)).toEqual({ text: "text", save: "saved", status: "ready", canEdit: true });
  await context.setOffline(true);
  await expect.poll(async () => (await look(first)).save).toBe("offline");
  await first.evaluate(() => window.deckPage.type("typed offline "));
  expect((await look(first)).save).toBe("offline");
  await untilKept(first, "typed offline text");
  // Closed as a crash closes it, without asking anyone.
  await first.close({ runBeforeUnload: false });
  expect(await opened.house.stored(deckId)).toBe("text");
  await context.setOffline(false);
  const second = await opened.visit(context, { deckId, userId });
  await expect.poll(() => look(second)).toMatchObject({ text: "typed offline text", save: "saved" });
  expect(await opened.house.stored(deckId)).toBe("typed offline text");
  await context.close();
});

test("[I10] another generation doesn't get what this browser kept of the one before, which is laid aside for its writer", async () => {
  const deckId = await opened.house.makeDeck("text");
  const userId = await opened.house.makePerson();
  const context = await opened.browser.newContext();
  const first = await opened.visit(context, { deckId, userId });
  await expect.poll(async () => (await look(first)).save).toBe("saved");
  await context.setOffline(true);
  await first.evaluate(() => window.deckPage.type("of the first life "));
  await untilKept(first, "of the first life text");
  await first.close();
  await context.setOffline(false);
  await opened.house.database.pool.query("UPDATE collab_doc SET generation = 2 WHERE doc_id = $1", [deckId]);
  await opened.house.collab.closeDeck(deckId, "replaced");
  const second = await opened.visit(context, { deckId, userId, generation: 2 });
  await expect.poll(() => look(second)).toMatchObject({ text: "text", save: "saved" });
  const kept = [{ markdown: "of the first life text", reason: "replaced" }];
  await expect.poll(() => second.evaluate(() => window.deckPage.kept())).toEqual(kept);
  await second.evaluate(() => window.deckPage.discardFirst());
  await expect.poll(() => second.evaluate(() => window.deckPage.kept())).toEqual([]);
  await context.close();
});

test("[I10] a server that answers for another generation gets nothing of what an offline author kept who reloads, and it is stored where it belongs", async () => {
  const deckId = await opened.house.makeDeck("text");
  const userId = await opened.house.makePerson();
  const context = await opened.browser.newContext();
  const first = await opened.visit(context, { deckId, userId });
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
  const second = await opened.visit(context, { deckId, userId, url });
  await expect.poll(() => second.evaluate(() => window.deckPage.status())).toMatchObject({ state: "ended", reason: "replaced" });
  expect(await look(second)).toMatchObject({ text: "of this life text", save: "not-saved" });
  expect(Buffer.concat(heard).includes("of this life")).toBe(false);
  await second.close();
  const third = await opened.visit(context, { deckId, userId });
  await expect.poll(() => look(third)).toMatchObject({ text: "of this life text", save: "saved" });
  expect(await opened.house.stored(deckId)).toBe("of this life text");
  await context.close();
});

test.each(["theirs", "less"])(
  "[I16] who was offline and reloads is told where another's text has been put under their number meanwhile: %s",
  async (forged) => {
    const deckId = await opened.house.makeDeck("text");
    const [userId, malloryId] = [await opened.house.makePerson(), await opened.house.makePerson()];
    const context = await opened.browser.newContext();
    const first = await opened.visit(context, { deckId, userId });
    await expect.poll(async () => (await look(first)).save).toBe("saved");
    await context.setOffline(true);
    await first.evaluate(() => window.deckPage.type("mine, "));
    await untilKept(first, "mine, text");
    const number = await first.evaluate(() => window.deckPage.clientId());
    await first.close();
    // A deck that is loaded anew knows nobody by their number.
    await opened.house.restart();
    const mallory = await opened.house.knock(deckId, {
      protocols: ["collab.v1", `auth.${opened.house.tokenFor(deckId, { userId: malloryId }).token}`],
    });
    mallory.ws.send(encodeSyncStep2(updateOf(forged, number)));
    await eventually(async () => expect(await opened.house.stored(deckId)).toContain(forged));
    const stored = await opened.house.stored(deckId);
    await context.setOffline(false);
    const second = await opened.visit(context, { deckId, userId });
    await expect
      .poll(() => second.evaluate(() => window.deckPage.status()), { timeout: 10_000 })
      .toMatchObject({ state: "ended", reason: "refused" });
    expect((await look(second)).save).not.toBe("saved");
    expect(await opened.house.stored(deckId)).toBe(stored);
    await second.close();
    const third = await opened.visit(context, { deckId, userId });
    await expect
      .poll(() => third.evaluate(() => window.deckPage.kept()))
      .toEqual([{ markdown: expect.stringContaining("mine, "), reason: "refused" }]);
    await expect.poll(() => look(third)).toMatchObject({ text: stored, save: "saved" });
    await context.close();
  },
);
