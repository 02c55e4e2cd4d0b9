import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import * as recordRoute from "@/app/api/decks/[id]/talks/[talkId]/route";
import { talkRecordSchema } from "@/lib/api/talks";
import { deckIdSchema, type DeckId } from "@/lib/api/ids";
import { parseDeck } from "@/lib/deck";
import { answerPublicPage } from "@/lib/http/public/page";
import { answerPublicFile } from "@/lib/http/public/file";
import { answerSoFar } from "@/lib/http/public/so-far";
import { answerStagePage } from "@/lib/http/stage-page";
import { findPublicLink } from "@/lib/workspace/links/find-public";
import { endTalk } from "@/lib/workspace/talks/end";
import { moveTalk } from "@/lib/workspace/talks/move";
import { startTalk } from "@/lib/workspace/talks/start";
import type { Talk } from "@/lib/workspace/talks/talk-row";
import { updateTalkSlides } from "@/lib/workspace/talks/update-slides";
import { deriveDeck } from "@/lib/workspace/decks/derive";
import { setUpHouse, userOf, type Actor, type House } from "@/tests/integration/api/house";

const six = ["One", "Two", "Three", "Four", "Five", "Six"].map((title) => `# ${title}\n\nAs rehearsed.\n`).join("\n---\n\n");
const fourReworded = six
  .split("\n---\n")
  .map((slide, index) => (index < 4 ? slide.replace("As rehearsed", "Reworded since") : slide))
  .join("\n---\n");

let house: House;
let ana: Actor;
setUpHouse(async (opened) => {
  house = opened;
  ana = await house.signUp("Ana");
});

async function publish(markdown = six) {
  const { id } = await house.createDeck(ana, { markdown });
  const link = await house.createLink(ana, id, { kind: "public" });
  return { deckId: deckIdSchema.parse(id), linkId: link.id, slug: link.kind === "public" ? link.slug : "" };
}
async function start(deckId: DeckId, { peeking = true } = {}): Promise<Talk> {
  const { talk } = await startTalk(house.runtime, deckId, { userId: userOf(ana), peeking, anchor: undefined, step: 0 });
  return talk;
}
/** The page as it stays: what none has measured, the server's browser measures, and a busy machine takes its time for that. */
async function measuredPage(deckId: DeckId, slug: string) {
  await house.runtime.fits.fitsOf(deckId, { markdown: six, deck: parseDeck(six) }, { diagrams: new Map(), waitMs: 30_000 });
  return page(slug);
}
const move = (talk: Talk, anchor: string) => moveTalk(house.runtime, talk.deckId, talk.id, { userId: userOf(ana), anchor, step: 0, blank: false });
const end = (talk: Talk) => endTalk(house.runtime, talk.deckId, talk.id);

async function edit(deckId: DeckId, markdown: string): Promise<void> {
  const text = await house.runtime.collab.editDeck(deckId, () => markdown, { kind: "restore", userId: userOf(ana) });
  await deriveDeck(house.runtime, deckId, text);
}
async function page(slug: string, query = ""): Promise<{ readonly status: number; readonly html: string }> {
  const answer = await answerPublicPage(new Request(`http://localhost:3000/p/${slug}${query}`), { runtime: house.runtime, slug });
  return { status: answer.status, html: await answer.text() };
}
async function presentedOn(slug: string, asked?: string) {
  const found = await findPublicLink(house.runtime, slug, asked);
  return found.state === "there" ? found.live.presented : found.state;
}

describe("After a talk", () => {
  test("the link shows the latest, and on request byte for byte what the talk showed", async () => {
    const { deckId, slug } = await publish();
    const talk = await start(deckId);
    const during = await measuredPage(deckId, slug);
    await end(talk);
    await edit(deckId, fourReworded);
    expect((await page(slug)).html).toContain("Reworded since");
    expect((await page(slug, "?v=latest")).html).toBe((await page(slug)).html);
    expect((await page(slug, "?v=presented")).html).toBe(during.html);
    expect((await page(slug, `?v=${talk.id}`)).html).toBe(during.html);
  });

  test("its pages are told when it was, by whom, and how many slides changed since", async () => {
    const { deckId, slug } = await publish();
    const talk = await start(deckId);
    expect(await presentedOn(slug)).toBeNull();
    await end(talk);
    expect(await presentedOn(slug)).toEqual({ talkId: talk.id, at: talk.startedAt.toISOString(), by: ["Ana"], changed: 0, isShown: false });
    await edit(deckId, fourReworded);
    expect(await presentedOn(slug, "presented")).toMatchObject({ changed: 4, isShown: true });
  });

  test("given again it is another talk, and the earlier one is still to be had", async () => {
    const { deckId, slug } = await publish();
    const first = await start(deckId);
    const during = await measuredPage(deckId, slug);
    await end(first);
    await edit(deckId, fourReworded);
    await end(await start(deckId));
    expect((await page(slug, "?v=presented")).html).toContain("Reworded since");
    expect((await page(slug, `?v=${first.id}`)).html).toBe(during.html);
  });

  test("withdrawing the link ends both", async () => {
    const { deckId, linkId, slug } = await publish();
    await end(await start(deckId));
    await house.pool.query("UPDATE deck_link SET revoked_at = now() WHERE id = $1", [linkId]);
    expect([(await page(slug)).status, (await page(slug, "?v=presented")).status]).toEqual([410, 410]);
  });

  test("a picture that only the talk's slides name is still shown by them", async () => {
    const { deckId, slug } = await publish("# One\n\n![A valley](valley.png)\n");
    const bytes = Buffer.from("a picture");
    const hash = createHash("sha256").update(bytes).digest("hex");
    await house.pool.query("INSERT INTO deck_blob (deck_id, sha256, bytes) VALUES ($1, $2, $3)", [deckId, hash, bytes]);
    await house.pool.query("INSERT INTO deck_file (deck_id, path, sha256, media_type, byte_count) VALUES ($1, 'valley.png', $2, 'image/png', 9)", [
      deckId,
      hash,
    ]);
    await end(await start(deckId));
    await edit(deckId, "# One\n");
    const ask = async () => (await answerPublicFile(new Request("http://localhost:3000/"), { runtime: house.runtime, slug, hash })).status;
    expect(await ask()).toBe(200);
    await house.pool.query("DELETE FROM talk WHERE deck_id = $1", [deckId]);
    expect(await ask()).toBe(404);
  });

  test("a link that was made later offers nothing of it", async () => {
    const { deckId } = await publish();
    await end(await start(deckId));
    await house.pool.query("UPDATE talk SET ended_at = now() - interval '1 minute', started_at = now() - interval '1 hour' WHERE deck_id = $1", [
      deckId,
    ]);
    const later = await house.createLink(ana, deckId, { kind: "public" });
    expect(await presentedOn(later.kind === "public" ? later.slug : "")).toBeNull();
  });

  test("a link that is frozen at a version stays that, whatever is asked", async () => {
    const { deckId } = await publish();
    const { rows } = await house.pool.query<{ id: string }>(
      "INSERT INTO deck_version (deck_id, generation, seq, markdown) VALUES ($1, 1, 1, '# Frozen') RETURNING id",
      [deckId],
    );
    const link = await house.createLink(ana, deckId, { kind: "public", target: String(rows[0]?.id) });
    await end(await start(deckId));
    const slug = link.kind === "public" ? link.slug : "";
    expect(await presentedOn(slug, "presented")).toBeNull();
    expect((await page(slug, "?v=presented")).html).toContain("Frozen");
  });

  test("while another talk keeps its slides back, no request gets them by an earlier one", async () => {
    const { deckId, slug } = await publish();
    const first = await start(deckId);
    await end(first);
    await start(deckId, { peeking: false });
    for (const query of ["", "?v=latest", "?v=presented", `?v=${first.id}`]) expect((await page(slug, query)).html).not.toContain("Two");
  });
});

describe("A latecomer", () => {
  const soFar = async (slug: string): Promise<{ slides: { anchor: string; seconds: number }[] }> =>
    (await answerSoFar(new Request("http://localhost:3000/"), { runtime: house.runtime, slug })).json();

  test("reads which slides were shown and how long, each once, and of none that was not", async () => {
    const { deckId, slug } = await publish();
    const talk = await start(deckId, { peeking: false });
    await move(talk, "three");
    await move(talk, "one");
    await house.pool.query("UPDATE talk_visit SET at = at - (4 - rev) * interval '60 seconds' WHERE talk_id = $1", [talk.id]);
    const { slides } = await soFar(slug);
    expect(slides.map(({ anchor }) => anchor)).toEqual(["one", "three"]);
    expect(slides.map(({ seconds }) => Math.round(seconds / 60))).toEqual([2, 1]);
  });

  test("reads nothing where no talk runs", async () => {
    const { slug } = await publish();
    expect(await soFar(slug)).toEqual({ slides: [] });
  });
});

describe("A page that has the first slides", () => {
  test("gets the next ones alone, and the whole page where it has others", async () => {
    const { deckId, slug } = await publish();
    const talk = await start(deckId, { peeking: false });
    await move(talk, "three");
    const version = /data-version="([^"]+)"/.exec((await page(slug)).html)?.[1];
    const next = (await page(slug, `?from=2&of=${version}`)).html;
    expect([...next.matchAll(/<section[^>]* id="([^"]+)" data-slide="(\d+)"/g)].map((match) => match.slice(1))).toEqual([["three", "3"]]);
    for (const query of [`?from=2&of=0-0`, `?from=3&of=${version}`, `?from=x&of=${version}`]) {
      expect((await page(slug, query)).html).toBe((await page(slug)).html);
    }
  });
});

describe("The record of a talk", () => {
  test("leads to the slides of then, whatever was written since and though nothing is public; to no other version, and drives nothing", async () => {
    const { id } = await house.createDeck(ana, { markdown: six });
    const deckId = deckIdSchema.parse(id);
    const talk = await start(deckId);
    await edit(deckId, fourReworded);
    await updateTalkSlides(house.runtime, deckId, talk.id, { userId: userOf(ana) });
    await end(talk);
    await edit(deckId, "# Another talk");
    const { rows } = await house.pool.query<{ id: string }>(
      "INSERT INTO deck_version (deck_id, generation, seq, markdown) VALUES ($1, 1, 1, '# Never shown') RETURNING id",
      [deckId],
    );
    const record = await house.call(recordRoute.GET, "GET", "/", { as: ana, params: { id: deckId, talkId: talk.id } });
    const [first, second] = talkRecordSchema.parse(await record.json()).versions;
    const stage = async (version: string) => {
      const headers = { cookie: ana.cookie };
      const answer = await answerStagePage(new Request(`http://localhost:3000/decks/${id}/present?v=${version}`, { headers }), {
        runtime: house.runtime,
        deckId: id,
      });
      return { status: answer.status, html: await answer.text() };
    };
    const shown = await stage(first?.id ?? "");
    expect(shown.html).toContain("As rehearsed");
    expect(shown.html).not.toMatch(/Reworded since|Another talk|data-talks|data-deck/);
    expect((await stage(second?.id ?? "")).html).toContain("Reworded since");
    expect([(await stage(String(rows[0]?.id))).status, (await stage("latest")).status]).toEqual([404, 404]);
  });

  test("tells what was shown when, by whom, and which version", async () => {
    const { deckId } = await publish();
    const talk = await start(deckId);
    await move(talk, "two");
    await edit(deckId, fourReworded);
    await updateTalkSlides(house.runtime, deckId, talk.id, { userId: userOf(ana) });
    await end(talk);
    const answer = await house.call(recordRoute.GET, "GET", "/", { as: ana, params: { id: deckId, talkId: talk.id } });
    const { visits, versions } = talkRecordSchema.parse(await answer.json());
    expect(visits.map(({ title, driver }) => [title, driver])).toEqual([
      ["One", "Ana"],
      ["Two", "Ana"],
      ["Two", "Ana"],
    ]);
    expect(versions.map(({ id, slides }) => [id, slides])).toEqual([
      [visits[0]?.versionId, 6],
      [visits[2]?.versionId, 6],
    ]);
    const viewer = await house.guest();
    expect((await house.call(recordRoute.GET, "GET", "/", { as: viewer, params: { id: deckId, talkId: talk.id } })).status).toBe(404);
  });

  test("has whole seconds that add up to those of the talk, and a name for each slide", async () => {
    const { id } = await house.createDeck(ana, { markdown: "# One\n\n---\n\n> The sea has *time*.\n\n---\n\n![A boat](boat.png)\n" });
    const deckId = deckIdSchema.parse(id);
    const talk = await start(deckId);
    await move(talk, "slide-2");
    await move(talk, "slide-3");
    await end(talk);
    await house.pool.query("UPDATE talk SET started_at = '2026-11-29T10:00:00.4009Z', ended_at = '2026-11-29T10:00:06.0001Z' WHERE id = $1", [
      talk.id,
    ]);
    for (const [slide, at] of ["10:00:00.4009Z", "10:00:02.1004Z", "10:00:03.8019Z"].entries()) {
      await house.pool.query("UPDATE talk_visit SET at = $3::timestamptz WHERE talk_id = $1 AND slide = $2", [
        talk.id,
        slide + 1,
        `2026-11-29T${at}`,
      ]);
    }
    const answer = await house.call(recordRoute.GET, "GET", "/", { as: ana, params: { id: deckId, talkId: talk.id } });
    const { visits, startedAt, endedAt } = talkRecordSchema.parse(await answer.json());
    expect(visits.map(({ title, seconds }) => [title, seconds])).toEqual([
      ["One", 1],
      ["The sea has time.", 2],
      ["", 2],
    ]);
    expect(Math.floor((Date.parse(endedAt ?? "") - Date.parse(startedAt)) / 1000)).toBe(5);
  });
});
