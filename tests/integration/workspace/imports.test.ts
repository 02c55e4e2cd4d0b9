import { expect, test } from "vitest";
import * as importAgainRoute from "@/app/api/decks/[id]/import/route";
import * as originalRoute from "@/app/api/decks/[id]/import/original/route";
import * as markdownRoute from "@/app/api/decks/[id]/markdown/route";
import * as importRoute from "@/app/api/decks/import/route";
import { importedDeckSchema, importInfoSchema, type ImportedDeck, type ImportInfo } from "@/lib/api/import";
import { dialects, importDeck } from "@/lib/deck";
import { setUpHouse, type Actor, type House } from "@/tests/integration/api/house";

let house: House;
let ana: Actor;
setUpHouse(async (opened) => {
  house = opened;
  ana = await house.guest();
});

const slidev =
  '---\ntheme: seriph\nlayout: cover\n---\n\n# One\n\n<v-click>\n\nStep\n\n</v-click>\n\n---\nlayout: center\n---\n\n# Two\n\n<Tweet id="1" />\n';

async function bring(json: unknown): Promise<ImportedDeck> {
  return importedDeckSchema.parse(await (await house.call(importRoute.POST, "POST", "/api/decks/import", { as: ana, json })).json());
}

async function textOf(id: string): Promise<string> {
  return (await house.call(markdownRoute.GET, "GET", `/api/decks/${id}/markdown`, { as: ana, params: { id } })).text();
}

function again(id: string, json: unknown, as = ana): Promise<Response> {
  return house.call(importAgainRoute.POST, "POST", `/api/decks/${id}/import`, { as, params: { id }, json });
}

async function infoOf(id: string): Promise<ImportInfo> {
  return importInfoSchema.parse(await (await house.call(importAgainRoute.GET, "GET", `/api/decks/${id}/import`, { as: ana, params: { id } })).json());
}

test("an import says as what it read the file, how sure that is, why, and what it could not convert", async () => {
  const deck = await bring({ filename: "talk.md", source: slidev });
  const expected = importDeck(slidev);
  expect(deck).toMatchObject({ dialect: "slidev", label: "Slidev", confidence: expected.confidence, evidence: expected.evidence, title: "One" });
  expect(deck.notices).toContainEqual(
    expect.objectContaining({ line: slidev.split("\n").findIndex((line) => line.includes("Tweet")) + 1, excerpt: '<Tweet id="1" />' }),
  );
  expect(await textOf(deck.id)).toBe(expected.markdown);
});

test("a dialect that was named is taken, and one that nobody knows is refused with those there are", async () => {
  expect(await bring({ source: slidev, dialect: "lectern" })).toMatchObject({ dialect: "lectern" });
  const answer = await house.call(importRoute.POST, "POST", "/api/decks/import", { as: ana, json: { source: slidev, dialect: "powerpoint" } });
  expect([answer.status, (await answer.json()).detail]).toEqual([422, expect.stringContaining(`Choose one of auto, ${dialects.join(", ")}`)]);
});

test("the original is kept beside the deck as it came", async () => {
  const { id } = await bring({ filename: "Mein Vortrag.md", source: slidev });
  expect(await infoOf(id)).toMatchObject({ filename: "Mein Vortrag.md", originals: ["Mein Vortrag.md"], isEdited: false });
  const answer = await house.call(originalRoute.GET, "GET", `/api/decks/${id}/import/original`, { as: ana, params: { id } });
  expect(answer.headers.get("content-disposition")).toContain("Mein%20Vortrag.md");
  expect(await answer.text()).toBe(slidev);
});

test("a wrong guess is put right from the original", async () => {
  const { id } = await bring({ source: slidev, dialect: "lectern" });
  const answer = await again(id, { dialect: "slidev" });
  expect(importInfoSchema.parse(await answer.json())).toMatchObject({ dialect: "slidev", label: "Slidev", isEdited: false });
  expect(answer.headers.get("etag")).toMatch(/^"\d+-\d+-[\w-]+"$/);
  expect(await textOf(id)).toBe(importDeck(slidev, "slidev").markdown);
});

test("a deck that was edited since is not replaced without a yes", async () => {
  const { id } = await bring({ source: slidev });
  await house.call(markdownRoute.PUT, "PUT", `/api/decks/${id}/markdown`, {
    as: ana,
    params: { id },
    body: "# Mine now\n",
    headers: { "content-type": "text/markdown" },
  });
  expect(await infoOf(id)).toMatchObject({ isEdited: true });
  const refused = await again(id, { dialect: "marp" });
  expect([refused.status, (await refused.json()).detail]).toEqual([409, expect.stringMatching(/edited since/)]);
  expect(await textOf(id)).toBe("# Mine now\n");
  expect((await again(id, { dialect: "marp", replaceEdits: true })).status).toBe(200);
  expect(await textOf(id)).toBe(importDeck(slidev, "marp").markdown);
  const { rows } = await house.pool.query("SELECT kind, markdown FROM deck_version WHERE deck_id = $1", [id]);
  expect(rows).toEqual([{ kind: "import", markdown: "# Mine now\n" }]);
});

test("a Landslide configuration is one deck of all the files that it names", async () => {
  const source = "[landslide]\nsource = one.md\n         two.md\n         three.md\n";
  const companions = [
    { filename: "one.md", source: "# One\n" },
    { filename: "two.md", source: "# Two\n" },
  ];
  const deck = await bring({ filename: "talk.cfg", source, companions });
  expect(deck).toMatchObject({ dialect: "landslide", slides: 2, title: "One" });
  expect(deck.notices).toContainEqual(expect.objectContaining({ message: expect.stringContaining("three.md"), line: 4 }));
  const info = await infoOf(deck.id);
  expect(info.originals).toEqual(["talk.cfg", "one.md", "two.md"]);
  const answer = await house.call(originalRoute.GET, "GET", `/api/decks/${deck.id}/import/original?file=two.md`, {
    as: ana,
    params: { id: deck.id },
  });
  expect(await answer.text()).toBe("# Two\n");
});

test("a deck that was written here has no original", async () => {
  const { id } = await house.createDeck(ana);
  expect((await house.call(importAgainRoute.GET, "GET", `/api/decks/${id}/import`, { as: ana, params: { id } })).status).toBe(404);
  expect((await again(id, { dialect: "marp" })).status).toBe(404);
});

test.each([
  ["view", 403, 403],
  ["comment", 200, 403],
  ["edit", 200, 200],
] as const)("who may %s gets %i for where it came from, %i for reading it again", async (right, looking, reading) => {
  const { id } = await bring({ source: slidev });
  const ben = await house.guest();
  const link = await house.createLink(ana, id, { kind: "join", right });
  await house.join(ben, link.kind === "join" ? link.token : "");
  const looked = await house.call(importAgainRoute.GET, "GET", `/api/decks/${id}/import`, { as: ben, params: { id } });
  expect([looked.status, (await again(id, { dialect: "marp" }, ben)).status]).toEqual([looking, reading]);
});
