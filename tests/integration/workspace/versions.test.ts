import { expect, test } from "vitest";
import * as versionsRoute from "@/app/api/decks/[id]/versions/route";
import * as versionRoute from "@/app/api/decks/[id]/versions/[versionId]/route";
import * as restoreRoute from "@/app/api/decks/[id]/versions/[versionId]/restore/route";
import type { DeckId } from "@/lib/api/ids";
import { versionListSchema, versionSchema, versionTextSchema, type VersionInfo, type VersionList } from "@/lib/api/versions";
import { keepAutomatically } from "@/lib/workspace/versions/keep-automatically";
import { thinVersions } from "@/lib/workspace/versions/thin";
import { setUpHouse, userOf, type Actor, type House } from "@/tests/integration/api/house";

let house: House;
let ana: Actor;
setUpHouse(async (opened) => {
  house = opened;
  ana = await house.signUp("Ana");
});

const gone = "00000000-0000-4000-8000-000000000000";

function keep(id: DeckId, json: unknown = {}, as = ana): Promise<Response> {
  return house.call(versionsRoute.POST, "POST", `/api/decks/${id}/versions`, { as, params: { id }, json });
}

async function kept(id: DeckId, json: unknown = {}): Promise<VersionInfo> {
  return versionSchema.parse(await (await keep(id, json)).json());
}

function listed(id: DeckId, { query = "", as = ana } = {}): Promise<Response> {
  return house.call(versionsRoute.GET, "GET", `/api/decks/${id}/versions${query}`, { as, params: { id } });
}

async function list(id: DeckId, query = ""): Promise<VersionList> {
  return versionListSchema.parse(await (await listed(id, { query })).json());
}

function got(id: DeckId, versionId: string, as = ana): Promise<Response> {
  return house.call(versionRoute.GET, "GET", `/api/decks/${id}/versions/${versionId}`, { as, params: { id, versionId } });
}

function rename(id: DeckId, versionId: string, json: unknown, as = ana): Promise<Response> {
  return house.call(versionRoute.PATCH, "PATCH", `/api/decks/${id}/versions/${versionId}`, { as, params: { id, versionId }, json });
}

function restore(id: DeckId, versionId: string, as = ana): Promise<Response> {
  return house.call(restoreRoute.POST, "POST", `/api/decks/${id}/versions/${versionId}/restore`, { as, params: { id, versionId } });
}

async function write(id: DeckId, markdown: string): Promise<void> {
  await house.runtime.collab.editDeck(id, () => markdown, { kind: "api", userId: userOf(ana) });
}

/** Everything of this deck happened so long ago. */
async function age(id: DeckId, minutes: number): Promise<void> {
  await house.pool.query("UPDATE deck SET created_at = created_at - make_interval(mins => $2) WHERE id = $1", [id, minutes]);
  await house.pool.query("UPDATE deck_text SET updated_at = updated_at - make_interval(mins => $2) WHERE deck_id = $1", [id, minutes]);
  await house.pool.query("UPDATE deck_version SET kept_at = kept_at - make_interval(mins => $2) WHERE deck_id = $1", [id, minutes]);
}

test("a version is kept with its name, its author and its slides, and read with its text", async () => {
  const { id } = await house.createDeck(ana, { markdown: "# One\n\n---\n\n# Two\n" });
  const answer = await keep(id, { name: "Rehearsed" });
  const version = versionSchema.parse(await answer.json());
  expect([answer.status, version]).toMatchObject([201, { kind: "kept", name: "Rehearsed", author: "Ana", slides: 2 }]);
  expect(versionTextSchema.parse(await (await got(id, version.id)).json())).toMatchObject({ ...version, markdown: "# One\n\n---\n\n# Two\n" });
  expect(await list(id)).toEqual({ versions: [version], nextCursor: null });
});

test("a version says which slide stood where, by ids that a new title and a new place leave as they are", async () => {
  const { id } = await house.createDeck(ana, { markdown: "# One\n\nfirst\n\n---\n\n# Two\n\nsecond\n" });
  const idsOf = async (version: VersionInfo) => versionTextSchema.parse(await (await got(id, version.id)).json()).slideIds;
  const before = await idsOf(versionSchema.parse(await (await keep(id, { name: "Before" })).json()));
  expect([before.length, new Set(before).size, before.includes(null)]).toEqual([2, 2, false]);
  for (const markdown of ["# Two\n\nsecond\n\n---\n\n# One\n\nfirst\n", "# Second\n\nsecond\n\n---\n\n# One\n\nfirst\n"]) {
    await house.runtime.collab.editDeck(id, () => markdown, { kind: "api", userId: userOf(ana) });
  }
  const after = await idsOf(versionSchema.parse(await (await keep(id, { name: "After" })).json()));
  expect(after).toEqual(before.toReversed());
});

test("a text that the newest version has is not kept twice: that one takes the name", async () => {
  const { id } = await house.createDeck(ana, { markdown: "# One" });
  const first = await kept(id);
  const again = await keep(id, { name: "Rehearsed" });
  expect([again.status, await again.json()]).toEqual([200, { ...first, name: "Rehearsed" }]);
  expect((await list(id)).versions).toHaveLength(1);
});

test("a second name for one text is a version of its own", async () => {
  const { id } = await house.createDeck(ana, { markdown: "# One" });
  await keep(id, { name: "Rehearsed" });
  expect((await keep(id, { name: "Sent to the client" })).status).toBe(201);
  expect((await list(id)).versions.map(({ name }) => name)).toEqual(["Sent to the client", "Rehearsed"]);
});

test("ten minutes after the last version an edit keeps the text that was there before it", async () => {
  const { id } = await house.createDeck(ana, { markdown: "# One" });
  await write(id, "# Two");
  expect((await list(id)).versions).toEqual([]);
  await age(id, 10);
  await write(id, "# Three");
  await write(id, "# Four");
  const { versions } = await list(id);
  expect(versions).toMatchObject([{ kind: "automatic", name: null, author: "Ana", slides: 1 }]);
  expect(await (await got(id, versions[0]?.id ?? gone)).json()).toMatchObject({ markdown: "# Two" });
});

test("a version names everybody who wrote since the one before", async () => {
  const ben = await house.signUp("Ben");
  const { id } = await house.createDeck(ana, { markdown: "# One" });
  expect((await kept(id)).authors).toEqual(["Ana"]);
  await house.runtime.collab.editDeck(id, () => "# Two", { kind: "api", userId: userOf(ben) });
  expect((await kept(id)).authors).toEqual(["Ben"]);
  await write(id, "# Three");
  await house.runtime.collab.editDeck(id, () => "# Four", { kind: "api", userId: userOf(ben) });
  expect((await kept(id)).authors).toEqual(["Ana", "Ben"]);
});

test("those with a name are listed alone where that is asked for", async () => {
  const { id } = await house.createDeck(ana, { markdown: "# One" });
  await keep(id);
  await write(id, "# Two");
  await keep(id, { name: "Rehearsed" });
  expect((await list(id, "?named=1")).versions.map(({ name }) => name)).toEqual(["Rehearsed"]);
});

test("a history is thinned to one an hour after a day and one a day after a week; what somebody kept stays", async () => {
  const { id } = await house.createDeck(ana, { markdown: "# One" });
  const insertSql = `INSERT INTO deck_version (deck_id, generation, seq, kind, name, markdown, created_at)
    SELECT $1, 1, $4 * 10 + n + length(coalesce($3, '')), $2, $3, '# ' || n, date_trunc('day', now()) - make_interval(days => $4) + make_interval(mins => n * 20) FROM generate_series(1, 6) n`;
  for (const days of [3, 9]) await house.pool.query(insertSql, [id, "automatic", null, days]);
  await house.pool.query(insertSql, [id, "automatic", "Rehearsed", 9]);
  await house.pool.query(insertSql, [id, "kept", null, 9]);
  await write(id, "# Now");
  await keep(id);
  expect(await thinVersions(house.runtime, id)).toBe(8);
  const { rows } = await house.pool.query<{ kind: string; name: string | null; count: number }>(
    "SELECT kind, name, count(*)::int AS count FROM deck_version WHERE deck_id = $1 AND markdown <> '# Now' GROUP BY kind, name, created_at < now() - interval '7 days' ORDER BY kind, name, count",
    [id],
  );
  expect(rows.map(({ kind, name, count }) => `${count} ${kind} ${name ?? ""}`.trim())).toEqual([
    "6 automatic Rehearsed",
    "1 automatic",
    "3 automatic",
    "6 kept",
  ]);
});

test("nothing is kept where the newest version has this text already", async () => {
  const { id } = await house.createDeck(ana, { markdown: "# One" });
  await keep(id);
  await age(id, 60);
  await write(id, "# Two");
  expect((await list(id)).versions).toHaveLength(1);
});

test("processes that see one text settle at once make one version", async () => {
  const { id } = await house.createDeck(ana, { markdown: "# One" });
  await age(id, 10);
  const settled = [2, 2, 3, 2, 4, 2].map((seq) => keepAutomatically(house.runtime, id, { generation: 1, seq }));
  expect((await Promise.all(settled)).filter(Boolean)).toHaveLength(1);
  expect((await list(id)).versions).toHaveLength(1);
});

test("a text that was derived already keeps nothing", async () => {
  const { id } = await house.createDeck(ana, { markdown: "# One" });
  await age(id, 10);
  expect(await keepAutomatically(house.runtime, id, { generation: 1, seq: 1 })).toBe(false);
});

test("what a restore replaces is a version, and restoring that brings it back", async () => {
  const { id } = await house.createDeck(ana, { markdown: "# One" });
  const { id: first } = await kept(id);
  await write(id, "# Two");
  await restore(id, first);
  const [replaced] = (await list(id)).versions;
  expect(replaced).toMatchObject({ kind: "restore", author: "Ana" });
  await restore(id, replaced?.id ?? gone);
  expect((await house.runtime.collab.readDeck(id)).markdown).toBe("# Two");
});

test("who has the deck open is told who took it back, to what, and where what was there is", async () => {
  const { id } = await house.createDeck(ana, { markdown: "# One" });
  const { id: first } = await kept(id, { name: "Rehearsed" });
  await write(id, "# Two");
  await restore(id, first);
  const [replaced] = (await list(id)).versions;
  expect(house.calls).toContain(`restored ${id} by Ana to Rehearsed, was ${replaced?.id}`);
});

test("of a guest without a name who takes a deck back it is told that a guest did", async () => {
  const { id } = await house.createDeck(ana, { markdown: "# One" });
  const { id: first } = await kept(id, { name: "Rehearsed" });
  await write(id, "# Two");
  const guest = await house.guest();
  await house.pool.query(`INSERT INTO deck_grant (deck_id, user_id, "right") VALUES ($1, $2, 'edit')`, [id, guest.userId]);
  await restore(id, first, guest);
  expect(house.calls).toContainEqual(expect.stringContaining(`restored ${id} by A guest to Rehearsed`));
});

test("restoring what the deck is already keeps and changes nothing, and is no news", async () => {
  const { id } = await house.createDeck(ana, { markdown: "# One" });
  const { id: first } = await kept(id);
  expect((await restore(id, first)).headers.get("etag")).toMatch(/^"1-1-/);
  expect((await list(id)).versions).toHaveLength(1);
  expect(house.calls.filter((call) => call.startsWith(`restored ${id}`))).toEqual([]);
});

test("pages of a history meet without a gap, whatever is kept meanwhile", async () => {
  const { id } = await house.createDeck(ana, { markdown: "# 0" });
  for (let index = 1; index <= 5; index += 1) {
    await write(id, `# ${index}`);
    await keep(id, { name: `${index}` });
  }
  const first = await list(id, "?limit=2");
  await write(id, "# 6");
  await keep(id, { name: "6" });
  const second = await list(id, `?limit=2&cursor=${first.nextCursor}`);
  const third = await list(id, `?limit=2&cursor=${second.nextCursor}`);
  expect([first, second, third].map(({ versions }) => versions.map(({ name }) => name))).toEqual([["5", "4"], ["3", "2"], ["1"]]);
  expect(third.nextCursor).toBeNull();
  expect((await listed(id, { query: "?cursor=nonsense" })).status).toBe(422);
});

test("a version takes another name, and loses it", async () => {
  const { id } = await house.createDeck(ana, { markdown: "# One" });
  const version = await kept(id, { name: "Rehearsed" });
  expect(await (await rename(id, version.id, { name: "Given" })).json()).toEqual({ ...version, name: "Given" });
  expect(await (await rename(id, version.id, { name: null })).json()).toEqual({ ...version, name: null });
  expect((await rename(id, version.id, { name: " " })).status).toBe(422);
});

test("a version of another deck is not to be had here", async () => {
  const [mine, other] = [await house.createDeck(ana, { markdown: "# Mine" }), await house.createDeck(ana, { markdown: "# Other" })];
  const { id: versionId } = await kept(other.id);
  expect([(await got(mine.id, versionId)).status, (await rename(mine.id, versionId, { name: "Mine" })).status]).toEqual([404, 404]);
});

test.each([
  ["view", [403, 403, 403, 403]],
  ["comment", [200, 200, 403, 403]],
  ["present", [200, 200, 403, 403]],
  ["edit", [200, 200, 200, 200]],
  [undefined, [404, 404, 404, 404]],
])("whoever holds %s lists, reads, keeps and names with %j", async (right, expected) => {
  const { id } = await house.createDeck(ana, { markdown: "# One\n\n<!-- note: for the speaker alone -->" });
  const { id: versionId } = await kept(id);
  const somebody = await house.guest();
  if (right !== undefined) {
    await house.pool.query(`INSERT INTO deck_grant (deck_id, user_id, "right") VALUES ($1, $2, $3)`, [id, somebody.userId, right]);
  }
  const answers = [
    await listed(id, { as: somebody }),
    await got(id, versionId, somebody),
    await keep(id, {}, somebody),
    await rename(id, versionId, { name: "Named" }, somebody),
  ];
  expect(answers.map(({ status }) => status)).toEqual(expected);
});
