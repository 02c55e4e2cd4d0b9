import { expect, test } from "vitest";
import * as commentsRoute from "@/app/api/decks/[id]/comments/route";
import * as copyRoute from "@/app/api/decks/[id]/copy/route";
import * as exportRoute from "@/app/api/decks/[id]/export/route";
import * as markdownRoute from "@/app/api/decks/[id]/markdown/route";
import * as talksRoute from "@/app/api/decks/[id]/talks/route";
import * as versionsRoute from "@/app/api/decks/[id]/versions/route";
import * as versionRoute from "@/app/api/decks/[id]/versions/[versionId]/route";
import * as restoreRoute from "@/app/api/decks/[id]/versions/[versionId]/restore/route";
import type { DeckId } from "@/lib/api/ids";
import { versionListSchema, versionSchema, versionTextSchema } from "@/lib/api/versions";
import { compactDeck } from "@/lib/collab/server/compact";
import { createUpdateLog } from "@/lib/collab/server/update-log";
import type { RouteHandler } from "@/lib/http/handle";
import { keepLastWhole } from "@/lib/workspace/versions/keep-automatically";
import { setUpHouse, userOf, type Actor, type House } from "@/tests/integration/api/house";

let house: House;
let ana: Actor;
setUpHouse(async (opened) => {
  house = opened;
  ana = await house.signUp("Ana");
});

function ask(handler: RouteHandler, method: string, id: DeckId, { json, params = {} }: { readonly json?: unknown; readonly params?: object } = {}) {
  return house.call(handler, method, `/api/decks/${id}`, { as: ana, params: { id, ...params }, ...(json === undefined ? {} : { json }) });
}

/** A deck with a version "# One", whose log has lost the row between "# One" and "# One, two, three". */
async function damagedDeck() {
  const { id } = await house.createDeck(ana, { markdown: "# One" });
  const version = versionSchema.parse(await (await ask(versionsRoute.POST, "POST", id, { json: {} })).json());
  for (const more of [", two", ", three"]) await house.runtime.collab.editDeck(id, (text) => text + more, { kind: "api", userId: userOf(ana) });
  await house.pool.query("DELETE FROM collab_update WHERE doc_id = $1 AND seq = 2", [id]);
  return { id, version };
}

/** All versions' texts, the newest first. */
async function texts(id: DeckId): Promise<readonly string[]> {
  const { versions } = versionListSchema.parse(await (await ask(versionsRoute.GET, "GET", id)).json());
  const read = async (versionId: string) =>
    versionTextSchema.parse(await (await ask(versionRoute.GET, "GET", id, { params: { versionId } })).json()).markdown;
  return Promise.all(versions.map((version) => read(version.id)));
}

async function derivedText(id: DeckId): Promise<string | undefined> {
  return (await house.pool.query<{ markdown: string }>("SELECT markdown FROM deck_text WHERE deck_id = $1", [id])).rows[0]?.markdown;
}

const restore = (id: DeckId, versionId: string) => ask(restoreRoute.POST, "POST", id, { params: { versionId } });

test.each([
  ["exported", (id: DeckId) => house.call(exportRoute.GET, "GET", `/api/decks/${id}/export?format=md`, { as: ana, params: { id } })],
  ["read by a program", (id: DeckId) => ask(markdownRoute.GET, "GET", id)],
  ["copied", (id: DeckId) => ask(copyRoute.POST, "POST", id, { json: {} })],
  ["kept as a version", (id: DeckId) => ask(versionsRoute.POST, "POST", id, { json: {} })],
  ["presented", (id: DeckId) => ask(talksRoute.POST, "POST", id, { json: {} })],
])("what is left of a deck that lost a part is not %s as if it were all", async (_what, call) => {
  const { id } = await damagedDeck();
  const answer = await call(id);
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain("Take it back to a version in its history");
  expect([await derivedText(id), await texts(id)]).toEqual(["# One, two, three", ["# One"]]);
});

test("comments on a deck that lost a part are read and written as on any other", async () => {
  const { id } = await damagedDeck();
  const said = await ask(commentsRoute.POST, "POST", id, { json: { body: "What became of two?", range: { start: 0, end: 5 }, quote: "# One" } });
  expect(said.status).toBe(201);
  expect(await (await ask(commentsRoute.GET, "GET", id)).json()).toMatchObject({ threads: [{ quote: "# One" }] });
});

test("what a deck was last, before it lost a part, is a version, once", async () => {
  const { id } = await damagedDeck();
  expect([await keepLastWhole(house.runtime, id), await keepLastWhole(house.runtime, id)]).toEqual([true, false]);
  expect(await texts(id)).toEqual(["# One, two, three", "# One"]);
});

test("a deck that lost a part is taken back to a version, goes on from there, and has what was left and what it was last as versions", async () => {
  const { id, version } = await damagedDeck();
  expect((await restore(id, version.id)).status).toBe(204);
  const text = await house.runtime.collab.readDeck(id);
  expect([text.markdown, await derivedText(id)]).toEqual(["# One", "# One"]);
  expect(text.generation).toBeGreaterThan(1);
  expect((await texts(id)).toSorted()).toEqual(["# One", "# One", "# One, two, three"]);
  await house.runtime.collab.editDeck(id, () => "# One again", { kind: "api", userId: userOf(ana) });
  const { pool, log } = house.runtime;
  expect(await compactDeck({ pool, log, updateLog: createUpdateLog(pool, { node: "test" }) }, id)).toBe(true);
  expect((await house.runtime.collab.readDeck(id)).markdown).toBe("# One again");
});

test("what it was last is brought back the same way", async () => {
  const { id } = await damagedDeck();
  await keepLastWhole(house.runtime, id);
  const { versions } = versionListSchema.parse(await (await ask(versionsRoute.GET, "GET", id)).json());
  await restore(id, versions[0]?.id ?? "");
  expect((await house.runtime.collab.readDeck(id)).markdown).toBe("# One, two, three");
});

test("a deck that is whole is never replaced so: others may have written", async () => {
  const { id } = await house.createDeck(ana, { markdown: "# Whole" });
  const replacing = house.runtime.collab.replaceDamaged(id, "# Other", { userId: userOf(ana), by: "Ana", expected: { generation: 1, seq: 1 } });
  await expect(replacing).rejects.toMatchObject({ code: "stale" });
  expect((await house.runtime.collab.readDeck(id)).markdown).toBe("# Whole");
});
