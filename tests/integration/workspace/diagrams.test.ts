import { afterAll, beforeAll, expect, test } from "vitest";
import * as diagramRoute from "@/app/api/decks/[id]/diagrams/[hash]/route";
import * as diagramsRoute from "@/app/api/decks/[id]/diagrams/route";
import * as deckRoute from "@/app/api/decks/[id]/route";
import { deckSchema } from "@/lib/api/decks";
import { diagramListSchema } from "@/lib/api/diagrams";
import { diagramHash, parseDeck } from "@/lib/deck";
import { diagramRenderer } from "@/lib/stage/diagrams/mermaid-config";
import { openHouse, type Actor, type House } from "@/tests/integration/api/house";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const text = "flowchart LR\n A --> B";
const hash = diagramHash(text);
const markdown = `# Cover\n\n\`\`\`mermaid\n${text}\n\`\`\``;
const svg = '<svg id="m" viewBox="0 0 20 10"><rect class="a" fill="red"></rect></svg>';
const kept = `<svg xmlns="http://www.w3.org/2000/svg" id="d-${hash}-m" viewBox="0 0 20 10"`;

const put = (as: Actor, id: string, json: unknown, of = hash) =>
  house.call(diagramRoute.PUT, "PUT", `/api/decks/${id}/diagrams/${of}`, { as, params: { id, hash: of }, json });
const get = (as: Actor, id: string, of = hash) =>
  house.call(diagramRoute.GET, "GET", `/api/decks/${id}/diagrams/${of}`, { as, params: { id, hash: of } });
const list = (as: Actor, id: string) => house.call(diagramsRoute.GET, "GET", `/api/decks/${id}/diagrams`, { as, params: { id } });

test("a drawing that was sent is kept, and comes as a picture that runs nothing", async () => {
  const ana = await house.guest();
  const { id } = await house.createDeck(ana, { markdown });
  expect((await put(ana, id, { renderer: diagramRenderer, svg })).status).toBe(204);
  const answer = await get(ana, id);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/svg+xml; charset=utf-8"]);
  expect(await answer.text()).toContain(kept);
  const { diagrams } = diagramListSchema.parse(await (await list(ana, id)).json());
  expect(diagrams).toEqual([{ hash, svg: expect.stringContaining(kept) }]);
});

test("what was sent is sanitised, whoever sends it", async () => {
  const ana = await house.guest();
  const { id } = await house.createDeck(ana, { markdown });
  const hostile = svg.replace(
    "<rect",
    '<script>alert(1)</script><foreignObject><img src=x onerror=alert(1)></foreignObject><a href="javascript:alert(1)"><rect onclick="alert(1)" style="fill:url(https://far.example)"></rect></a><style>@import "https://far.example";</style><rect',
  );
  expect((await put(ana, id, { renderer: diagramRenderer, svg: hostile })).status).toBe(204);
  const stored = await (await get(ana, id)).text();
  expect(stored).not.toMatch(/script|alert|foreign|href|far\.example|import|onclick/i);
  expect(stored).toContain('<rect class="a" fill="red">');
});

test.each([
  ["view", 403, 200, 403],
  ["comment", 403, 200, 200],
  ["present", 403, 200, 200],
  ["edit", 204, 200, 200],
] as const)("with the right to %s putting answers %i, one drawing %i, all of them %i", async (right, putting, getting, listing) => {
  const [ana, ben] = [await house.guest(), await house.guest()];
  const { id } = await house.createDeck(ana, { markdown });
  await put(ana, id, { renderer: diagramRenderer, svg });
  const link = await house.createLink(ana, id, { kind: "join", right });
  await house.join(ben, link.kind === "join" ? link.token : "");
  expect([(await put(ben, id, { renderer: diagramRenderer, svg })).status, (await get(ben, id)).status, (await list(ben, id)).status]).toEqual([
    putting,
    getting,
    listing,
  ]);
});

test("for a stranger's deck there is nothing", async () => {
  const [ana, eve] = [await house.guest(), await house.guest()];
  const { id } = await house.createDeck(ana, { markdown });
  expect([(await put(eve, id, { renderer: diagramRenderer, svg })).status, (await get(eve, id)).status, (await list(eve, id)).status]).toEqual([
    404, 404, 404,
  ]);
});

test.each([
  ["no drawing", { renderer: diagramRenderer, svg: "<p>text</p>" }, 422],
  ["a drawing without a size", { renderer: diagramRenderer, svg: "<svg></svg>" }, 422],
  [
    "a drawing of half a mebibyte",
    {
      renderer: diagramRenderer,
      svg: `<svg viewBox="0 0 1 1">${'<path d="M0,0"></path>'.repeat(19_000)}</svg>`.replaceAll("M0,0", "M0,0L1,1L2,2L3,3"),
    },
    422,
  ],
  ["more than a request may hold", { renderer: diagramRenderer, svg: "x".repeat(2_200_000) }, 413],
  ["a drawing of another renderer", { renderer: "mermaid-1", svg }, 409],
  ["an unknown field", { renderer: diagramRenderer, svg, x: 1 }, 422],
])("%s is refused in words", async (_, json, status) => {
  const ana = await house.guest();
  const { id } = await house.createDeck(ana, { markdown });
  const answer = await put(ana, id, json);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([status, "application/problem+json"]);
  expect((await answer.json()).detail).toMatch(/^.+[.]$/);
  expect((await get(ana, id)).status).toBe(404);
});

test("an address that no diagram has is 404", async () => {
  const ana = await house.guest();
  const { id } = await house.createDeck(ana, { markdown });
  expect((await put(ana, id, { renderer: diagramRenderer, svg }, "../../etc")).status).toBe(404);
});

test("the cover shows its diagram as soon as it is drawn", async () => {
  const ana = await house.guest();
  const { id, cover } = await house.createDeck(ana, { markdown });
  expect(cover.html).toContain(`data-diagram="${hash}"`);
  await put(ana, id, { renderer: diagramRenderer, svg });
  const deck = deckSchema.parse(await (await house.call(deckRoute.GET, "GET", `/api/decks/${id}`, { as: ana, params: { id } })).json());
  expect(deck.cover.html).toContain(kept);
});

test("drawings go with their deck", async () => {
  const ana = await house.guest();
  const { id } = await house.createDeck(ana, { markdown });
  await put(ana, id, { renderer: diagramRenderer, svg });
  await house.pool.query("DELETE FROM deck WHERE id = $1", [id]);
  const { rows } = await house.pool.query("SELECT count(*)::int AS count FROM diagram WHERE deck_id = $1", [id]);
  expect(rows).toEqual([{ count: 0 }]);
});

test("a deck that no editor opened is drawn by the server's browser, with its errors in their places", async () => {
  const ana = await house.guest();
  const broken = "flowchart LR\n A -->\n B ---[";
  const { id } = await house.createDeck(ana, { markdown: `${markdown}\n\n---\n\n\`\`\`mermaid\n${broken}\n\`\`\`` });
  const drawings = await house.runtime.diagrams.drawingsOf(id, parseDeck(`${markdown}\n\n---\n\n\`\`\`mermaid\n${broken}\n\`\`\``), {
    waitMs: 60_000,
  });
  expect(drawings.get(hash)).toMatchObject({ state: "drawn", svg: expect.stringContaining("var(--ink,") });
  expect(drawings.get(diagramHash(broken))).toEqual({ state: "failed", message: "“B ---[” is not understood.", line: 3 });
  expect(await (await get(ana, id)).text()).toContain("<text");
});
