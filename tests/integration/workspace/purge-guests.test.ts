import { afterAll, beforeAll, expect, test } from "vitest";
import { deckIdSchema } from "@/lib/api/ids";
import { guestDeckKeptUntil, purgeGuests } from "@/lib/workspace/people/purge-guests";
import { openHouse, type Actor, type House } from "@/tests/integration/api/house";
import { holdLock } from "@/tests/support/held-lock";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const dayMs = 24 * 3600_000;
const inDays = (days: number) => new Date(Date.now() + days * dayMs);

/** As if everything of somebody had happened so many days ago. */
async function age({ userId }: Actor, days: number): Promise<void> {
  for (const sql of [
    "UPDATE person SET created_at = created_at - make_interval(days => $2) WHERE id = $1",
    "UPDATE session SET expires_at = expires_at - make_interval(days => $2) WHERE user_id = $1",
    "UPDATE deck SET last_edited_at = last_edited_at - make_interval(days => $2) WHERE owner_user_id = $1",
  ]) {
    await house.pool.query(sql, [userId, days]);
  }
}

async function isThere({ userId }: Actor): Promise<boolean> {
  return (await house.pool.query("SELECT FROM person WHERE id = $1", [userId])).rowCount === 1;
}

async function guestWithDeck() {
  const guest = await house.guest();
  return { guest, deckId: deckIdSchema.parse((await house.createDeck(guest)).id) };
}

test("a guest that nobody has seen for 90 days goes with the decks, and nobody else does", async () => {
  const { guest: gone, deckId } = await guestWithDeck();
  const { guest: fresh } = await guestWithDeck();
  const account = await house.signUp("ana");
  await age(gone, 91);
  await age(account, 91);
  expect(await purgeGuests(house.runtime, { now: new Date() })).toBe(1);
  expect([await isThere(gone), await isThere(fresh), await isThere(account)]).toEqual([false, true, true]);
  expect((await house.pool.query("SELECT FROM deck WHERE id = $1", [deckId])).rowCount).toBe(0);
});

test("a deck that others go on writing keeps its guest", async () => {
  const { guest, deckId } = await guestWithDeck();
  await age(guest, 91);
  await house.pool.query("UPDATE deck SET last_edited_at = now() WHERE id = $1", [deckId]);
  await purgeGuests(house.runtime, { now: new Date() });
  expect(await isThere(guest)).toBe(true);
});

test("what is said of a deck's end is when it comes", async () => {
  const { guest, deckId } = await guestWithDeck();
  const until = await guestDeckKeptUntil(house.runtime, deckId);
  expect(until?.getTime()).toBeGreaterThan(inDays(89).getTime());
  await purgeGuests(house.runtime, { now: new Date((until?.getTime() ?? 0) - dayMs) });
  expect(await isThere(guest)).toBe(true);
  await purgeGuests(house.runtime, { now: new Date((until?.getTime() ?? 0) + 1) });
  expect(await isThere(guest)).toBe(false);
});

test("a deck of an account is kept for good", async () => {
  const { id } = await house.createDeck(await house.signUp("ben"));
  expect(await guestDeckKeptUntil(house.runtime, deckIdSchema.parse(id))).toBeUndefined();
});

test("one process at a time purges", async () => {
  const unlock = await holdLock(house.pool, "SELECT pg_advisory_xact_lock(72707370)");
  expect(await purgeGuests(house.runtime, { now: new Date() })).toBeUndefined();
  await unlock();
  expect(await purgeGuests(house.runtime, { now: new Date() })).toBe(0);
});
