import * as encoding from "lib0/encoding";
import { expect, test } from "vitest";
import { maxAwarenessBytes } from "@/lib/collab/protocol/limits";
import { createAwarenessTable, readEntries } from "@/lib/collab/server/awareness-table";

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

/** What everybody hears of when one connection said this. */
function heard(table: ReturnType<typeof createAwarenessTable>, ...said: Parameters<ReturnType<typeof createAwarenessTable>["accept"]>) {
  table.accept(...said);
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
  table.accept(other, say(2, 1, { caret: 1 }), ben);
  table.accept(other, say(2, 2, { caret: 2 }), ben);
  table.accept(other, say(1, 1, { user: ana }), ben);
  expect(table.spread()).toEqual([2]);
  expect(states(table)).toEqual([
    [1, { user: ana }],
    [2, { caret: 2, user: ben }],
  ]);
});

test("[I7] people of another process are shown as it says, and nobody here speaks for them", () => {
  const table = createAwarenessTable();
  table.acceptForeign(say(7, 3, { user: ana }));
  expect(heard(table, {}, say(7, 9, {}), ben)).toEqual([]);
  expect(states(table)).toEqual([[7, { user: ana }]]);
  // Ana's client comes over to this process.
  expect(heard(table, {}, say(7, 4, {}), ana)).toEqual([7]);
  table.acceptForeign(say(7, 3, null));
  expect(states(table)).toEqual([[7, { user: ana }]]);
});
