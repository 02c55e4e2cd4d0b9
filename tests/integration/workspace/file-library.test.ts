import { expect, test } from "vitest";
import * as fileRoute from "@/app/api/decks/[id]/files/[...path]/route";
import * as filesRoute from "@/app/api/decks/[id]/files/route";
import * as copiesRoute from "@/app/api/decks/[id]/slides/copies/route";
import { deckFileListSchema, deckFileSchema, type DeckFileList } from "@/lib/api/files";
import type { DeckId } from "@/lib/api/ids";
import { borrowedSlidesSchema } from "@/lib/api/slides";
import { answerDeckFile } from "@/lib/http/deck-file";
import { setUpHouse, type Actor, type House } from "@/tests/integration/api/house";

let house: House;
let ana: Actor;
setUpHouse(async (opened) => {
  house = opened;
  ana = await house.guest();
});

const svg = (colour: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1" fill="${colour}"/></svg>`;

async function add(id: string, name: string, colour: string): Promise<void> {
  const headers = { "content-type": "image/svg+xml", "x-file-name": name };
  const answer = await house.call(filesRoute.POST, "POST", `/api/decks/${id}/files`, { as: ana, params: { id }, body: svg(colour), headers });
  expect(answer.ok).toBe(true);
}

async function list(id: string): Promise<DeckFileList> {
  return deckFileListSchema.parse(await (await house.call(filesRoute.GET, "GET", "", { as: ana, params: { id } })).json());
}

const paths = async (id: string) => (await list(id)).files.map(({ path }) => path);

function onFile(method: "PATCH" | "DELETE", id: string, path: string, json?: unknown): Promise<Response> {
  const handler = method === "PATCH" ? fileRoute.PATCH : fileRoute.DELETE;
  return house.call(handler, method, `/api/decks/${id}/files/${path}`, { as: ana, params: { id, path: path.split("/") }, json });
}

async function textOf(id: DeckId): Promise<string> {
  return (await house.runtime.collab.readDeck(id)).markdown;
}

async function colourAt(id: string, path: string): Promise<string | undefined> {
  const request = new Request(`http://localhost:3000/decks/${id}/files/${path}`, { headers: { cookie: ana.cookie, host: "localhost:3000" } });
  return /fill="(\w+)"/.exec(await (await answerDeckFile(request, { runtime: house.runtime, deckId: id, path })).text())?.[1];
}

test("a file gets another name, and the text names it so; older texts still show it", async () => {
  const { id } = await house.createDeck(ana, { markdown: "![a](chart.svg)\n\n---\n\n![b](./chart.svg)" });
  await add(id, "chart.svg", "red");
  const answer = await onFile("PATCH", id, "chart.svg", { path: "img/Sales 2026.png" });
  expect([answer.status, deckFileSchema.parse(await answer.json()).path]).toEqual([200, "img/Sales-2026.svg"]);
  expect(answer.headers.get("etag")).toMatch(/^"\d+-\d+-[\w-]+"$/);
  expect(await textOf(id)).toBe("![a](img/Sales-2026.svg)\n\n---\n\n![b](img/Sales-2026.svg)");
  expect(await paths(id)).toEqual(["img/Sales-2026.svg"]);
  expect([await colourAt(id, "chart.svg"), await colourAt(id, "img/Sales-2026.svg")]).toEqual(["red", "red"]);
});

test("renamed back, a file is what it was", async () => {
  const { id } = await house.createDeck(ana, { markdown: "![a](a.svg)" });
  await add(id, "a.svg", "red");
  await onFile("PATCH", id, "a.svg", { path: "b" });
  await onFile("PATCH", id, "b.svg", { path: "a" });
  expect([await paths(id), await textOf(id)]).toEqual([["a.svg"], "![a](a.svg)"]);
});

test("a file can't take the name of another one", async () => {
  const { id } = await house.createDeck(ana, { markdown: "![a](a.svg)" });
  await add(id, "a.svg", "red");
  await add(id, "b.svg", "blue");
  const answer = await onFile("PATCH", id, "a.svg", { path: "b.svg" });
  expect([answer.status, (await answer.json()).detail]).toEqual([409, expect.stringMatching(/another file b\.svg/)]);
  expect(await textOf(id)).toBe("![a](a.svg)");
});

test("a deleted file is gone with its bytes and its former names", async () => {
  const { id } = await house.createDeck(ana);
  await add(id, "a.svg", "red");
  await onFile("PATCH", id, "a.svg", { path: "b" });
  expect((await onFile("DELETE", id, "b.svg")).status).toBe(204);
  expect((await house.pool.query("SELECT FROM deck_file WHERE deck_id = $1 UNION ALL SELECT FROM deck_blob WHERE deck_id = $1", [id])).rowCount).toBe(
    0,
  );
  expect((await onFile("DELETE", id, "b.svg")).status).toBe(404);
});

test("room is counted once a content, whatever it was called", async () => {
  const { id } = await house.createDeck(ana);
  await add(id, "a.svg", "red");
  const { usage } = await list(id);
  await onFile("PATCH", id, "a.svg", { path: "b" });
  expect((await list(id)).usage).toEqual(usage);
});

async function borrow(as: Actor, id: string, json: unknown): Promise<Response> {
  return house.call(copiesRoute.POST, "POST", "", { as, params: { id }, json });
}

test("slides come from another deck with their files, under names that are free", async () => {
  const from = await house.createDeck(ana, {
    markdown: "# One\n\n---\n\n## Two\n\n![a](chart.svg) ![b][b] ![c](gone.svg)\n\n---\n\n## Three\n\n---\n\n[b]: only.svg",
  });
  const to = await house.createDeck(ana, { markdown: "![mine](chart.svg)" });
  await add(from.id, "chart.svg", "red");
  await add(from.id, "only.svg", "green");
  await add(to.id, "chart.svg", "blue");
  const { slides } = borrowedSlidesSchema.parse(await (await borrow(ana, to.id, { from: from.id, anchors: ["three", "two"] })).json());
  expect(slides).toEqual(["## Three", "## Two\n\n![a](chart-2.svg) ![b][b] ![c](gone.svg)\n\n[b]: only.svg"]);
  expect([await colourAt(to.id, "chart.svg"), await colourAt(to.id, "chart-2.svg"), await colourAt(to.id, "only.svg")]).toEqual([
    "blue",
    "red",
    "green",
  ]);
  expect(await textOf(to.id)).toBe("![mine](chart.svg)");
});

test("who may only view a deck takes no slides of it, since their text holds the notes", async () => {
  const from = await house.createDeck(ana, { markdown: "# One\n\n<!-- secret -->" });
  const ben = await house.guest();
  const link = await house.createLink(ana, from.id, { kind: "join", right: "view" });
  await house.join(ben, link.kind === "join" ? link.token : "");
  const mine = await house.createDeck(ben);
  expect((await borrow(ben, mine.id, { from: from.id, anchors: ["one"] })).status).toBe(403);
});

test("a slide that is gone from the other deck is told", async () => {
  const [from, to] = [await house.createDeck(ana, { markdown: "# One" }), await house.createDeck(ana)];
  const answer = await borrow(ana, to.id, { from: from.id, anchors: ["two"] });
  expect([answer.status, (await answer.json()).detail]).toEqual([422, expect.stringMatching(/not in the other deck any more/)]);
});
