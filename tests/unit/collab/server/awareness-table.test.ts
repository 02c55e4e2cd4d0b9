import * as encoding from "lib0/encoding";
import { expect, test } from "vitest";
import { maxAwarenessBytes } from "@/lib/collab/protocol/limits";
import { createAwarenessTable, readEntries, type Identity } from "@/lib/collab/server/awareness-table";

const ana = { id: "ana", name: "Ana", color: "#0b7285" };
const ben = { id: "ben", name: "Ben", color: "#237a35" };

function say(client: number, clock: number, state: unknown): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
  encoding.writeVarString(encoder, JSON.stringify(state));
  return encoding.toUint8Array(encoder);
}

function speaker(identity: Identity, formerly: readonly string[] = []) {
  return { identity, isOrWas: (userId: string) => [identity.id, ...formerly].includes(userId) };
}

/** What everybody hears of when one connection said this. */
function heard(table: ReturnType<typeof createAwarenessTable>, owner: object, update: Uint8Array, identity: Identity) {
  table.accept(owner, update, speaker(identity));
  return table.spread();
}

function states(table: ReturnType<typeof createAwarenessTable>) {
  return readEntries(table.encode()).map(({ client, json }) => [client, JSON.parse(json)]);
}

test("[I7] who somebody is, is what the server knows", () => {
  const table = createAwarenessTable();
  expect(heard(table, {}, say(1, 1, { user: ben, selections: [] }), ana)).toEqual([1]);
  expect(states(table)).toEqual([[1, { user: ana, selections: [] }]]);
});

test("[I7] nobody speaks for another's client, and the same person may after reconnecting", () => {
  const table = createAwarenessTable();
  const [first, other, again] = [{}, {}, {}];
  heard(table, first, say(1, 1, { a: 1 }), ana);
  expect(heard(table, other, say(1, 9, null), ben)).toEqual([]);
  expect(heard(table, again, say(1, 2, { a: 2 }), ana)).toEqual([1]);
  // The old connection's end doesn't take the new one's caret away.
  expect(table.remove(first)).toBeUndefined();
  expect(states(table)).toEqual([[1, { a: 2, user: ana }]]);
});

test.each([
  { what: "that they are gone", state: null },
  { what: "where their caret was", state: { user: ben, selections: [] } },
])("[I7] what somebody sends back of one who left doesn't make the number theirs: $what", ({ state }) => {
  const table = createAwarenessTable();
  const [bens, anas, bensNext] = [{}, {}, {}];
  heard(table, bens, say(2, 5, { selections: [] }), ben);
  table.remove(bens);
  expect(heard(table, anas, say(2, 5, state), ana)).toEqual([]);
  expect(table.ownerOf(2)).toBeUndefined();
  expect(heard(table, bensNext, say(2, 6, { selections: [] }), ben)).toEqual([2]);
});

test("an end is told to everybody and leaves nothing behind", () => {
  const table = createAwarenessTable();
  const owner = {};
  heard(table, owner, say(1, 5, {}), ana);
  const gone = table.remove(owner);
  expect(gone && readEntries(gone)).toEqual([{ client: 1, clock: 5, json: "null" }]);
  expect(table.size()).toBe(0);
});

test("old news, other shapes and too much of it are left out", () => {
  const table = createAwarenessTable();
  const owner = {};
  heard(table, owner, say(1, 5, { a: 1 }), ana);
  expect(heard(table, owner, say(1, 4, { a: 2 }), ana)).toEqual([]);
  for (const state of [[], "text", 7]) expect(heard(table, owner, say(1, 6, state), ana)).toEqual([]);
  expect(heard(table, owner, say(1, 6, { long: "x".repeat(maxAwarenessBytes) }), ana)).toEqual([]);
  expect(heard(table, owner, Uint8Array.of(9, 9, 9), ana)).toEqual([]);
  for (let client = 2; client < 20; client++) heard(table, owner, say(client, 1, {}), ana);
  expect(table.size()).toBe(4);
});

test("what a client sends back of others doesn't replace what it said of itself", () => {
  const table = createAwarenessTable();
  const [first, other] = [{}, {}];
  heard(table, first, say(1, 1, {}), ana);
  table.accept(other, say(2, 1, { caret: 1 }), speaker(ben));
  table.accept(other, say(2, 2, { caret: 2 }), speaker(ben));
  table.accept(other, say(1, 1, { user: ana }), speaker(ben));
  expect(table.spread()).toEqual([2]);
  expect(states(table)).toEqual([
    [1, { user: ana }],
    [2, { caret: 2, user: ben }],
  ]);
});

test("[I7] people of another process are shown as it says, and nobody here speaks for them", () => {
  const table = createAwarenessTable();
  table.acceptForeign(say(7, 3, { user: ana }), 0);
  expect(heard(table, {}, say(7, 9, {}), ben)).toEqual([]);
  expect(states(table)).toEqual([[7, { user: ana }]]);
  // Ana's client comes over to this process.
  expect(heard(table, {}, say(7, 4, {}), ana)).toEqual([7]);
  table.acceptForeign(say(7, 3, null), 0);
  expect(states(table)).toEqual([[7, { user: ana }]]);
});

test("who went on to another process is shown as that one says, and the old connection's end is no news", () => {
  const table = createAwarenessTable();
  const old = {};
  heard(table, old, say(7, 3, {}), ana);
  expect(table.acceptForeign(say(7, 4, { user: ben }), 0)).toBeUndefined();
  expect(table.acceptForeign(say(7, 4, { user: ana, caret: 2 }), 0)).toBeDefined();
  expect(table.remove(old)).toBeUndefined();
  expect(states(table)).toEqual([[7, { user: ana, caret: 2 }]]);
});

test("what comes late from another process, or again, changes nothing and is shown to nobody", () => {
  const table = createAwarenessTable();
  table.acceptForeign(say(7, 5, { user: ana }), 0);
  expect(table.acceptForeign(say(7, 4, { user: ana, caret: 1 }), 0)).toBeUndefined();
  expect(table.acceptForeign(say(7, 5, { user: ana }), 0)).toBeUndefined();
  expect(table.acceptForeign(say(7, 4, null), 0)).toBeUndefined();
  expect(states(table)).toEqual([[7, { user: ana }]]);
});

test("of whom no process speaks any more is gone, and nobody who is here", () => {
  const table = createAwarenessTable();
  heard(table, {}, say(1, 1, {}), ana);
  table.acceptForeign(say(7, 3, { user: ben }), 100);
  table.acceptForeign(say(8, 3, { user: ben }), 100);
  table.acceptForeign(say(8, 3, { user: ben }), 200);
  const gone = table.expire(150);
  expect(gone && readEntries(gone)).toEqual([{ client: 7, clock: 3, json: "null" }]);
  expect(states(table).map(([client]) => client)).toEqual([1, 8]);
  expect(table.expire(150)).toBeUndefined();
});

test("a full room is told in parts, each of a size that can be carried, and only of people who are here", () => {
  const table = createAwarenessTable();
  for (let client = 1; client <= 40; client++) heard(table, {}, say(client, 1, { caret: "x".repeat(300) }), { ...ana, id: `${client}` });
  table.acceptForeign(say(77, 1, { user: ben }), 0);
  const parts = table.encodeOwn({ maxBytes: 2_000 });
  for (const part of parts) expect(part.byteLength).toBeLessThanOrEqual(2_000);
  const told = parts.flatMap((part) => readEntries(part).map(({ client }) => client));
  expect(told).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
});

test("of somebody with more carets than can be carried the name is told, and the colour with what decides about it", () => {
  const table = createAwarenessTable();
  const user = { ...ana, sinceMs: 1 };
  heard(table, {}, say(1, 1, { carets: "x".repeat(3_000), color: "#4877bd" }), user);
  heard(table, {}, say(2, 1, { carets: "x".repeat(3_000) }), ben);
  const parts = table.encodeOwn({ maxBytes: 1_000 });
  expect(parts.flatMap((part) => readEntries(part).map(({ json }) => JSON.parse(json)))).toEqual([{ user, color: "#4877bd" }, { user: ben }]);
});

test.each(["x".repeat(1_000), 7])("of somebody whose state is long and whose colour is none, the name alone is told", (color) => {
  const table = createAwarenessTable();
  heard(table, {}, say(1, 1, { carets: "x".repeat(3_000), color }), ana);
  const parts = table.encodeOwn({ maxBytes: 1_000 });
  expect(parts.flatMap((part) => readEntries(part).map(({ json }) => JSON.parse(json)))).toEqual([{ user: ana }]);
});

test("[I7] who was somebody else before speaks for their client, as who they are now", () => {
  const table = createAwarenessTable();
  const owner = {};
  heard(table, owner, say(1, 1, {}), ana);
  table.remove(owner);
  table.accept({}, say(1, 2, {}), speaker(ben, [ana.id]));
  expect(table.spread()).toEqual([1]);
  expect(states(table)).toEqual([[1, { user: ben }]]);
});
