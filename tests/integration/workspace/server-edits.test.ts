import { expect, test } from "vitest";
import * as markdownRoute from "@/app/api/decks/[id]/markdown/route";
import * as slidesRoute from "@/app/api/decks/[id]/slides/route";
import * as splitRoute from "@/app/api/decks/[id]/slides/[slideId]/split/route";
import * as restoreRoute from "@/app/api/decks/[id]/versions/[versionId]/restore/route";
import type { DeckId } from "@/lib/api/ids";
import { slideListSchema } from "@/lib/api/slides";
import { updateKinds } from "@/lib/collab/server/update-log";
import { setUpHouse, userOf, type Actor, type House } from "@/tests/integration/api/house";

let house: House;
let ana: Actor;
setUpHouse(async (opened) => {
  house = opened;
  ana = await house.guest();
});

const gone = "00000000-0000-4000-8000-000000000000";

function get(id: DeckId): Promise<Response> {
  return house.call(markdownRoute.GET, "GET", `/api/decks/${id}/markdown`, { as: ana, params: { id } });
}

async function textOf(id: DeckId): Promise<string> {
  return (await get(id)).text();
}

function put(id: DeckId, body: string, { as = ana, ifMatch }: { readonly as?: Actor; readonly ifMatch?: string } = {}): Promise<Response> {
  const headers = { "content-type": "text/markdown", ...(ifMatch === undefined ? {} : { "if-match": ifMatch }) };
  return house.call(markdownRoute.PUT, "PUT", `/api/decks/${id}/markdown`, { as, params: { id }, body, headers });
}

function split(id: DeckId, slideId: string, as = ana): Promise<Response> {
  return house.call(splitRoute.POST, "POST", `/api/decks/${id}/slides/${slideId}/split`, { as, params: { id, slideId } });
}

function restore(id: DeckId, versionId: string, as = ana): Promise<Response> {
  return house.call(restoreRoute.POST, "POST", `/api/decks/${id}/versions/${versionId}/restore`, { as, params: { id, versionId } });
}

async function slidesOf(id: DeckId): Promise<readonly { readonly id: string; readonly text: string }[]> {
  const answer = await house.call(slidesRoute.GET, "GET", `/api/decks/${id}/slides`, { as: ana, params: { id } });
  return slideListSchema.parse(await answer.json()).slides;
}

async function keepVersion(id: DeckId, markdown: string): Promise<string> {
  const { rows } = await house.pool.query<{ id: string }>(
    "INSERT INTO deck_version (deck_id, generation, seq, markdown) VALUES ($1, 1, 1, $2) RETURNING id",
    [id, markdown],
  );
  return rows[0]?.id ?? gone;
}

test("the tag of a reading lets its reader write, and the answer's tag lets them go on", async () => {
  const { id } = await house.createDeck(ana, { markdown: "# One" });
  const read = (await get(id)).headers.get("etag") ?? "";
  const first = await put(id, "# Two", { ifMatch: read });
  const second = await put(id, "# Three", { ifMatch: first.headers.get("etag") ?? "" });
  expect([first.status, second.status, await textOf(id)]).toEqual([204, 204, "# Three"]);
  expect(second.headers.get("etag")).toBe((await get(id)).headers.get("etag"));
});

test("an old tag is 412 with a sentence, and changes nothing", async () => {
  const { id } = await house.createDeck(ana, { markdown: "# One" });
  const read = (await get(id)).headers.get("etag") ?? "";
  await put(id, "# Two", { ifMatch: read });
  const stale = await put(id, "# Lost?", { ifMatch: read });
  expect([stale.status, stale.headers.get("content-type"), await textOf(id)]).toEqual([412, "application/problem+json", "# Two"]);
  expect((await stale.json()).detail).toMatch(/changed/);
});

test.each(['"other"', 'W/"1-1"', '"1-1"', "1-1"])("a tag that is none of ours, %s, is 412", async (ifMatch) => {
  const { id } = await house.createDeck(ana, { markdown: "# One" });
  expect((await put(id, "# Two", { ifMatch })).status).toBe(412);
  expect(await textOf(id)).toBe("# One");
});

test("a tag names its text alone: after a database was set back to a backup its row has another", async () => {
  const { id } = await house.createDeck(ana, { markdown: "# One" });
  const lost = (await put(id, "# Two")).headers.get("etag") ?? "";
  await house.pool.query("DELETE FROM collab_update WHERE doc_id = $1 AND seq = 2", [id]);
  await house.pool.query("UPDATE collab_doc SET head_seq = 1, log_rows = 1 WHERE doc_id = $1", [id]);
  const other = (await put(id, "# Other")).headers.get("etag") ?? "";
  const read = await house.call(markdownRoute.GET, "GET", `/api/decks/${id}/markdown`, {
    as: ana,
    params: { id },
    headers: { "if-none-match": lost },
  });
  expect([read.status, await read.text()]).toEqual([200, "# Other"]);
  expect((await put(id, "# Two and more", { ifMatch: lost })).status).toBe(412);
  expect(await textOf(id)).toBe("# Other");
  expect((await put(id, "# Other and more", { ifMatch: other })).status).toBe(204);
});

test("of writers with one tag one is taken, and all others are told", async () => {
  const { id } = await house.createDeck(ana, { markdown: "# One" });
  const ifMatch = (await get(id)).headers.get("etag") ?? "";
  const answers = await Promise.all(Array.from({ length: 5 }, (_, index) => put(id, `# By ${index}`, { ifMatch })));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 412, 412, 412, 412]);
  const winner = answers.findIndex(({ status }) => status === 204);
  expect(await textOf(id)).toBe(`# By ${winner}`);
});

test("writers without a tag both find their lines in the text", async () => {
  const { id } = await house.createDeck(ana, { markdown: "# One\n\nfirst\n\nmiddle\n\nlast\n" });
  const [one, other] = await Promise.all([
    house.runtime.collab.editDeck(id, (markdown) => markdown.replace("first", "first of Ana"), { kind: "api", userId: userOf(ana) }),
    house.runtime.collab.editDeck(id, (markdown) => markdown.replace("last", "last of Ben"), { kind: "api", userId: userOf(ana) }),
  ]);
  expect(one.seq).not.toBe(other.seq);
  expect(await textOf(id)).toBe("# One\n\nfirst of Ana\n\nmiddle\n\nlast of Ben\n");
});

test("a version is restored as one edit forward: its text, one row of its kind, and slides keep their ids", async () => {
  const { id } = await house.createDeck(ana, { markdown: "# One\n\n---\n\n# Two\n\ntext\n" });
  const before = await slidesOf(id);
  const versionId = await keepVersion(id, await textOf(id));
  await put(id, "# One\n\n---\n\n# Two\n\nother words\n\n---\n\n# Three\n");
  const answer = await restore(id, versionId);
  expect([answer.status, await textOf(id)]).toEqual([204, "# One\n\n---\n\n# Two\n\ntext\n"]);
  expect(await slidesOf(id)).toEqual(before);
  const { rows } = await house.pool.query("SELECT seq::int, kind FROM collab_update WHERE doc_id = $1 ORDER BY seq", [id]);
  expect(rows).toEqual([
    { seq: 1, kind: updateKinds.edit },
    { seq: 2, kind: updateKinds.api },
    { seq: 3, kind: updateKinds.restore },
  ]);
});

test("a version of another deck is restored into none, and only by those who may edit", async () => {
  const [mine, other] = [await house.createDeck(ana, { markdown: "# Mine" }), await house.createDeck(ana, { markdown: "# Other" })];
  const versionId = await keepVersion(other.id, "# Secret");
  expect((await restore(mine.id, versionId)).status).toBe(404);
  expect((await restore(other.id, versionId, await house.guest())).status).toBe(404);
  expect([await textOf(mine.id), await textOf(other.id)]).toEqual(["# Mine", "# Other"]);
});

test("a slide is split before its headings, and the part with the title keeps its id", async () => {
  const { id } = await house.createDeck(ana, { markdown: "# Start\n\n---\n\n# A\n\ntext\n\n## B\n\nmore\n\n## C\n\nend\n" });
  const before = await slidesOf(id);
  const answer = await split(id, before[1]?.id ?? gone);
  expect([answer.status, answer.headers.get("etag")]).toEqual([204, (await get(id)).headers.get("etag")]);
  const after = await slidesOf(id);
  expect(after.map(({ text }) => text)).toEqual(["# Start", "# A\n\ntext", "## B\n\nmore", "## C\n\nend"]);
  expect(after.slice(0, 2).map((slide) => slide.id)).toEqual(before.map((slide) => slide.id));
});

test("a slide is split where it is by now, though nothing has settled since others wrote before it", async () => {
  const { id } = await house.createDeck(ana, { markdown: "# Start\n\n## Not here\n\n---\n\n# A\n\n## B\n" });
  const [, second] = await slidesOf(id);
  await house.pool.query("UPDATE deck_text SET seq = 100 WHERE deck_id = $1", [id]);
  await put(id, "# New\n\n## Nor here\n\n---\n\n# Start\n\n## Not here\n\n---\n\n# A\n\n## B\n");
  await split(id, second?.id ?? gone);
  expect(await textOf(id)).toBe("# New\n\n## Nor here\n\n---\n\n# Start\n\n## Not here\n\n---\n\n# A\n\n---\n\n## B\n");
});

test("a slide without such headings stays, one that is gone is 404, and who may only look is 403", async () => {
  const { id } = await house.createDeck(ana, { markdown: "# A\n\ntext" });
  const [first] = await slidesOf(id);
  expect((await split(id, first?.id ?? gone)).status).toBe(204);
  expect(await textOf(id)).toBe("# A\n\ntext");
  expect((await split(id, gone)).status).toBe(404);
  const viewer = await house.guest();
  await house.pool.query(`INSERT INTO deck_grant (deck_id, user_id, "right") VALUES ($1, $2, 'view')`, [id, viewer.userId]);
  expect((await split(id, first?.id ?? gone, viewer)).status).toBe(403);
});
