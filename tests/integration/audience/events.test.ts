import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { embedUrl } from "@/lib/api/embed";
import { deckIdSchema, type DeckId } from "@/lib/api/ids";
import { answerEvents } from "@/lib/http/public/events";
import { answerPublicPage } from "@/lib/http/public/page";
import { deriveDeck } from "@/lib/workspace/decks/derive";
import { endTalk } from "@/lib/workspace/talks/end";
import { moveTalk } from "@/lib/workspace/talks/move";
import { startTalk } from "@/lib/workspace/talks/start";
import type { Talk } from "@/lib/workspace/talks/talk-row";
import { openHouse, userOf, type Actor, type House } from "@/tests/integration/api/house";
import { nextData, readEvents, type ReadEvent } from "@/tests/support/events";
import { until } from "@/tests/support/until";

const four = "# One\n\n---\n\n# Two\n\n---\n\n# Three\n\n---\n\n# Four, a secret\n";

let house: House;
let ana: Actor;
let server: Server;
let origin: string;
beforeAll(async () => {
  house = await openHouse();
  ana = await house.guest();
  server = createServer(
    (req, res) => void answerEvents(req, res, { runtime: house.runtime, slug: (req.url ?? "").split("/")[2] ?? "", isDraining: false }),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = server.address();
  if (at === null || typeof at === "string") throw new Error("the server has no port");
  origin = `http://127.0.0.1:${at.port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await house.close();
});

const open: AsyncGenerator<ReadEvent, void>[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((events) => events.return()));
});

async function publish(markdown = four) {
  const { id } = await house.createDeck(ana, { markdown });
  const link = await house.createLink(ana, id, { kind: "public" });
  return { deckId: deckIdSchema.parse(id), linkId: link.id, slug: link.kind === "public" ? link.slug : "" };
}

async function follow(slug: string, query = "") {
  const answer = await fetch(`${origin}/p/${slug}/events${query}`);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/event-stream; charset=utf-8"]);
  const events = readEvents(answer.body);
  open.push(events);
  return events;
}
const start = async (deckId: DeckId, { peeking = true } = {}) => {
  const { talk } = await startTalk(house.runtime, deckId, { userId: userOf(ana), peeking, anchor: undefined, step: 0 });
  house.runtime.audience.changed([deckId]);
  return talk;
};
const move = async ({ deckId, id }: Talk, anchor: string, step = 0) => {
  await moveTalk(house.runtime, deckId, id, { userId: userOf(ana), anchor, step, blank: false });
  house.runtime.audience.changed([deckId]);
};
const page = async (slug: string, query = "") =>
  (await answerPublicPage(new Request(`http://localhost/p/${slug}${query}`), { runtime: house.runtime, slug })).text();

test("without a talk a viewer hears what the link shows, and of a newer text", async () => {
  const { deckId, slug } = await publish();
  const events = await follow(slug);
  const first = await nextData(events);
  expect(first).toMatchObject({ rev: 0, live: false, slide: null, reach: null });
  expect(await page(slug)).toContain(`data-version="${String(Reflect.get(Object(first), "version"))}"`);
  const text = await house.runtime.collab.editDeck(deckId, () => "# Newer", { kind: "restore", userId: userOf(ana) });
  await deriveDeck(house.runtime, deckId, text);
  house.runtime.audience.changed([deckId]);
  expect(await nextData(events)).toMatchObject({ live: false, version: `${text.generation}-${text.seq}` });
});

test("in a talk a viewer hears every place, one who comes later the latest, and of its end", async () => {
  const { deckId, slug } = await publish();
  const events = await follow(slug);
  await nextData(events);
  const talk = await start(deckId);
  expect(await nextData(events)).toMatchObject({ rev: 1, live: true, slide: 1, anchor: "one", step: 0 });
  await move(talk, "three", 0);
  expect(await nextData(events)).toMatchObject({ rev: 2, slide: 3, anchor: "three" });
  expect(await nextData(await follow(slug))).toMatchObject({ rev: 2, slide: 3 });
  await endTalk(house.runtime, deckId, talk.id);
  house.runtime.audience.changed([deckId]);
  expect(await nextData(events)).toMatchObject({ rev: 0, live: false, slide: null });
});

test("while a talk runs the page shows its version, whatever is written meanwhile", async () => {
  const { deckId, slug } = await publish();
  await start(deckId);
  const text = await house.runtime.collab.editDeck(deckId, () => "# Rewritten", { kind: "restore", userId: userOf(ana) });
  await deriveDeck(house.runtime, deckId, text);
  expect(await page(slug)).toContain("Four, a secret");
});

test("[no peeking] later slides are in no byte of page and events before they are shown", async () => {
  const { deckId, slug } = await publish();
  const talk = await start(deckId, { peeking: false });
  await move(talk, "three");
  const events = await follow(slug);
  const state = await nextData(events);
  expect(state).toMatchObject({ slide: 3, reach: 3 });
  const html = await page(slug);
  expect(html).toMatch(/data-reach="3" data-total="4"/);
  expect(html).toContain("Three");
  expect(html + JSON.stringify(state)).not.toMatch(/secret|Four/i);
  await move(talk, "four-a-secret");
  expect(await nextData(events)).toMatchObject({ slide: 4, reach: 4 });
  expect(await page(slug)).toContain("Four, a secret");
});

test("a link that is frozen at a version follows no talk", async () => {
  const { deckId } = await publish();
  const { rows } = await house.pool.query<{ id: string }>(
    "INSERT INTO deck_version (deck_id, generation, seq, markdown) VALUES ($1, 1, 1, '# As rehearsed') RETURNING id",
    [deckId],
  );
  const link = await house.createLink(ana, deckId, { kind: "public", target: String(rows[0]?.id) });
  await start(deckId);
  expect(await nextData(await follow(link.kind === "public" ? link.slug : ""))).toMatchObject({ live: false, version: "1-1" });
});

test("the driver's pointer reaches viewers, and goes with the slide", async () => {
  const { deckId, slug } = await publish();
  const talk = await start(deckId);
  const events = await follow(slug);
  await nextData(events);
  house.runtime.audience.point(deckId, { x: 0.25, y: 0.5 });
  expect(await nextData(events)).toMatchObject({ pointer: { x: 0.25, y: 0.5 } });
  await move(talk, "two");
  expect(await nextData(events)).toMatchObject({ slide: 2, pointer: null });
});

test("who can't be held on a stream asks, and hears the same", async () => {
  const { deckId, slug } = await publish();
  await start(deckId);
  const polled = await (await fetch(`${origin}/p/${slug}/events?poll=1`)).json();
  expect(polled).toEqual(await nextData(await follow(slug)));
});

test("links that are withdrawn or were never there are refused, and end the streams that follow them", async () => {
  const { deckId, linkId, slug } = await publish();
  const events = await follow(slug);
  await nextData(events);
  await house.pool.query("UPDATE deck_link SET revoked_at = now() WHERE id = $1", [linkId]);
  house.runtime.audience.changed([deckId]);
  expect((await events.next()).value).toMatchObject({ event: "gone" });
  expect((await events.next()).done).toBe(true);
  for (const query of ["", "?poll=1"]) {
    expect((await fetch(`${origin}/p/${slug}/events${query}`)).status).toBe(410);
    expect((await fetch(`${origin}/p/${randomUUID()}/events${query}`)).status).toBe(404);
  }
});

test("who looks at a link that is frozen follows no talk, and is not counted among those who do", async () => {
  const { deckId, linkId, slug } = await publish();
  const second = await house.createLink(ana, deckId, { kind: "public" });
  const other = await follow(second.kind === "public" ? second.slug : "");
  await nextData(other);
  await house.pool.query(
    `WITH kept AS (INSERT INTO deck_version (deck_id, generation, seq, markdown) VALUES ($1, 1, 1, '# Kept') RETURNING id)
     UPDATE deck_link SET version_id = kept.id FROM kept WHERE deck_link.id = $2`,
    [deckId, linkId],
  );
  const frozen = await follow(slug);
  await nextData(frozen);
  expect(house.runtime.audience.watching(deckId)).toEqual({ count: 1, away: 0 });
  await Promise.all([other, frozen].map((events) => events.return()));
});

test("viewers are counted while they are there, who has left for another slide too, and none stays behind", async () => {
  const { deckId, slug } = await publish();
  const streams = await Promise.all(["", "", "", "?away=1", "?away=1"].map((query) => follow(slug, query)));
  await Promise.all(streams.map(nextData));
  expect(house.runtime.audience.watching(deckId)).toEqual({ count: 5, away: 2 });
  await Promise.all(streams.map((events) => events.return()));
  await until("nobody watches", () => house.runtime.audience.watching(deckId).count === 0, 20_000);
  await until("nothing is held", () => house.runtime.audience.stats().viewers === 0, 20_000);
});

test("a look at one's own embedded slides is no viewer, whoever asks for the frame in the same moment, and no use of the link", async () => {
  const { deckId, linkId, slug } = await publish();
  await start(deckId);
  const lookedAt = await page(slug, new URL(embedUrl(`${origin}/p/${slug}`, { isPreview: true })).search);
  expect(lookedAt).toContain("Four, a secret");
  expect(lookedAt).not.toContain("data-events");
  const isUsed = async () => (await house.pool.query("SELECT FROM deck_link WHERE id = $1 AND last_used_at IS NOT NULL", [linkId])).rowCount === 1;
  expect(await isUsed()).toBe(false);
  expect(await page(slug, "?embed")).toContain(`data-events="/p/${slug}/events"`);
  await until("the link is used", isUsed, 20_000);
});
