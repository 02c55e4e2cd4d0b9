import { expect, test } from "vitest";
import { fenceDue, firstSaveFacts, reduceSave, saveStateOf, type SaveEvent, type SaveFacts } from "@/lib/collab/client/save-state";

function after(...events: readonly SaveEvent[]): SaveFacts {
  return events.reduce(reduceSave, firstSaveFacts);
}

const online: readonly SaveEvent[] = [{ type: "role", role: "edit" }, { type: "connected" }, { type: "synced" }];
const changed: SaveEvent = { type: "changed" };
const fence = (version: number): SaveEvent => ({ type: "fence-sent", version });
const durable = (version: number): SaveEvent => ({ type: "fence-answered", version, status: "durable" });

test("Saved is said when everything is stored, and not a moment before", () => {
  expect(saveStateOf(after()).state).toBe("connecting");
  expect(saveStateOf(after(...online)).state).toBe("saved");
  expect(saveStateOf(after(...online, changed)).state).toBe("saving");
  expect(saveStateOf(after(...online, changed, fence(1))).state).toBe("saving");
  expect(saveStateOf(after(...online, changed, fence(1), durable(1))).state).toBe("saved");
});

test("Saving is said only where something was written", () => {
  const opening: readonly SaveEvent[] = [{ type: "role", role: "edit" }, { type: "connected" }];
  expect(saveStateOf(after(...opening)).state).toBe("connecting");
  expect(saveStateOf(after(...opening, changed)).state).toBe("saving");
  expect(saveStateOf(after(...online, { type: "disconnected" }, { type: "connected" })).state).toBe("connecting");
});

test("a server that answers before its disk does is not called safe", () => {
  const inMemory: SaveEvent = { type: "durability", durability: "process" };
  expect(saveStateOf(after(...online, inMemory))).toEqual({ state: "saved", isInMemory: true });
  expect(saveStateOf(after(...online, inMemory, { type: "durability", durability: "fsync" }))).toEqual({ state: "saved" });
});

test("kept in this browser is said only while it is", () => {
  const offline = after(...online, { type: "kept", isKept: true }, { type: "disconnected" }, changed);
  expect(saveStateOf(offline)).toEqual({ state: "offline", unsaved: 1, isKept: true });
  expect(saveStateOf(reduceSave(offline, { type: "kept", isKept: false }))).toEqual({ state: "offline", unsaved: 1, isKept: false });
});

test("a server that can't store is not said to leave the text in a browser that keeps nothing", () => {
  const down = after(...online, changed, fence(1), { type: "health", health: "down" });
  expect(saveStateOf(down)).toMatchObject({ reason: expect.stringContaining("in this page alone") });
  expect(saveStateOf(reduceSave(down, { type: "kept", isKept: true }))).toMatchObject({ reason: expect.stringContaining("kept in this browser") });
});

test("who could write until now is told that they only read, until they can again", () => {
  const downgraded = after(...online, { type: "role", role: "comment" });
  expect(saveStateOf(downgraded)).toMatchObject({ state: "read-only", isNew: true });
  expect(saveStateOf(after({ type: "role", role: "comment" }))).not.toHaveProperty("isNew");
  expect(saveStateOf([{ type: "role", role: "edit" } as const].reduce(reduceSave, downgraded)).state).toBe("saved");
});

test("who took the right to write away is named as long as it is gone, where the server knows", () => {
  const downgraded = after(...online, { type: "role", role: "comment", by: "Ana" });
  expect(saveStateOf(downgraded)).toMatchObject({ isNew: true, by: "Ana" });
  // A new connection says what the role is, and not why.
  expect(saveStateOf(reduceSave(downgraded, { type: "role", role: "comment" }))).toMatchObject({ isNew: true, by: "Ana" });
  const back: readonly SaveEvent[] = [
    { type: "role", role: "edit" },
    { type: "role", role: "comment" },
  ];
  expect(saveStateOf(back.reduce(reduceSave, downgraded))).toMatchObject({ isNew: true, by: undefined });
});

test("of a damaged deck it is told why nobody may write, and that what was written here is not in it", () => {
  const damaged: SaveEvent = { type: "damaged", isDamaged: true };
  const reading = after({ type: "role", role: "edit" }, damaged, { type: "role", role: "comment" }, { type: "connected" }, { type: "synced" });
  expect(saveStateOf(reading)).toMatchObject({ state: "read-only", isDamaged: true });
  expect(saveStateOf(reading)).not.toHaveProperty("isNew");
  const refused = reduceSave(reduceSave(reduceSave(reading, changed), fence(1)), { type: "fence-answered", version: 1, status: "roleDenied" });
  expect(saveStateOf(refused)).toMatchObject({ state: "not-saved", reason: expect.stringContaining("can't be read") });
  expect(saveStateOf(reduceSave(refused, { type: "damaged", isDamaged: false }))).toMatchObject({ state: "not-saved" });
});

test("an answer about an earlier version doesn't make later changes saved", () => {
  const facts = after(...online, changed, fence(1), changed, durable(1));
  expect(saveStateOf(facts).state).toBe("saving");
  expect(fenceDue(facts)).toBe(2);
});

test("one fence is on its way at a time, and none without a synced connection", () => {
  expect(fenceDue(after(changed))).toBeUndefined();
  expect(fenceDue(after({ type: "connected" }, changed))).toBeUndefined();
  expect(fenceDue(after(...online, changed))).toBe(1);
  expect(fenceDue(after(...online, changed, fence(1), changed))).toBeUndefined();
  expect(fenceDue(after(...online))).toBeUndefined();
});

test("offline counts what the server doesn't have, and asks again once it is back", () => {
  const offline = after(...online, changed, fence(1), durable(1), { type: "disconnected" }, changed, changed);
  expect(saveStateOf(offline)).toEqual({ state: "offline", unsaved: 2, isKept: false });
  const back = [{ type: "connected" }, { type: "synced" }] as const;
  expect(fenceDue(back.reduce(reduceSave, offline))).toBe(3);
});

test("an answer from before the connection was lost says nothing", () => {
  const facts = after(...online, changed, fence(1), { type: "disconnected" }, { type: "connected" }, { type: "synced" }, durable(1));
  expect(saveStateOf(facts).state).toBe("saving");
});

test("a server that can't store is told, as long as something waits", () => {
  const waiting = after(...online, changed, fence(1), { type: "health", health: "down" });
  expect(saveStateOf(waiting).state).toBe("not-saved");
  expect(saveStateOf(reduceSave(waiting, durable(1))).state).toBe("saved");
  expect(saveStateOf(after(...online, { type: "health", health: "down" })).state).toBe("saved");
  expect(saveStateOf(after(...online, changed, { type: "health", health: "slow" })).state).toBe("saving");
});

test("a fence that stays out for long is told, until it is answered", () => {
  const late = after(...online, changed, fence(1), { type: "fence-late", version: 1 });
  expect(saveStateOf(late).state).toBe("not-saved");
  expect(saveStateOf(reduceSave(late, durable(1))).state).toBe("saved");
  expect(saveStateOf(after(...online, changed, fence(1), durable(1), changed, fence(2), { type: "fence-late", version: 1 })).state).toBe("saving");
});

test("readers are told that they read; refused changes are never called read only", () => {
  expect(saveStateOf(after({ type: "role", role: "view" }, { type: "connected" })).state).toBe("read-only");
  const refused = after(...online, changed, fence(1), { type: "role", role: "view" }, { type: "fence-answered", version: 1, status: "roleDenied" });
  expect(saveStateOf(refused).state).toBe("not-saved");
  expect(fenceDue(refused)).toBeUndefined();
  expect(fenceDue(reduceSave(refused, { type: "role", role: "edit" }))).toBe(1);
});

test("who may not write any more is told so as something new", () => {
  expect(saveStateOf(after(...online, { type: "role", role: "comment" }))).toMatchObject({ state: "read-only", isNew: true });
});

test.each(["view", "comment"] as const)("whoever was given the right to %s by name is sent for no link", (role) => {
  expect(saveStateOf(after({ type: "role", role }))).toMatchObject({ reason: expect.stringMatching(/Ask its owner to let you edit\.$/) });
});

test("the end is not saved where something was not stored, and read only else", () => {
  const end: SaveEvent = { type: "ended", sentence: "It is over." };
  expect(saveStateOf(after(...online, end))).toEqual({ state: "read-only", reason: "It is over." });
  expect(saveStateOf(after(...online, changed, end))).toEqual({ state: "not-saved", reason: "It is over." });
  expect(saveStateOf(after(...online, changed, end, { type: "resumed" }))).toEqual({ state: "offline", unsaved: 1, isKept: false });
});
