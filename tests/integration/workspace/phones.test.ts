import { describe, expect, test } from "vitest";
import * as clockRoute from "@/app/api/decks/[id]/talks/[talkId]/clock/route";
import * as driverRoute from "@/app/api/decks/[id]/talks/[talkId]/driver/route";
import * as endRoute from "@/app/api/decks/[id]/talks/[talkId]/end/route";
import * as eventsRoute from "@/app/api/decks/[id]/talks/[talkId]/events/route";
import * as peekingRoute from "@/app/api/decks/[id]/talks/[talkId]/peeking/route";
import * as phonesRoute from "@/app/api/decks/[id]/talks/[talkId]/phones/route";
import * as phoneRoute from "@/app/api/decks/[id]/talks/[talkId]/phones/[phoneId]/route";
import * as recordRoute from "@/app/api/decks/[id]/talks/[talkId]/route";
import * as stateRoute from "@/app/api/decks/[id]/talks/[talkId]/state/route";
import * as versionRoute from "@/app/api/decks/[id]/talks/[talkId]/version/route";
import * as talksRoute from "@/app/api/decks/[id]/talks/route";
import * as markdownRoute from "@/app/api/decks/[id]/markdown/route";
import { phoneCodeSchema, talkListSchema, talkSchema } from "@/lib/api/talks";
import { answerRemotePage } from "@/lib/http/remote-page";
import { answerStagePage } from "@/lib/http/stage-page";
import type { RouteHandler } from "@/lib/http/handle";
import { setUpHouse, stranger, type Actor, type House } from "@/tests/integration/api/house";
import { nextData, readEvents } from "@/tests/support/events";

const three = "# One\n\n<!-- notes: Say hello. -->\n\n---\n\n# Two\n\n---\n\n# Three\n";

let house: House;
let ana: Actor;
setUpHouse(async (opened) => {
  house = opened;
  ana = await house.guest();
});

interface Place {
  readonly deckId: string;
  readonly talkId: string;
}

const call = (handler: RouteHandler, { deckId, talkId }: Place, as: Actor, json: unknown = {}, more = {}) =>
  house.call(handler, "POST", "/", { as, json, params: { id: deckId, talkId, ...more } });

async function openTalk(): Promise<Place> {
  const { id } = await house.createDeck(ana, { markdown: three });
  const answer = await house.call(talksRoute.POST, "POST", "/", { as: ana, json: {}, params: { id } });
  return { deckId: id, talkId: talkSchema.parse(await answer.json()).id };
}

async function invite(place: Place, as = ana): Promise<string> {
  const answer = await call(phonesRoute.POST, place, as);
  expect(answer.status).toBe(201);
  return (
    phoneCodeSchema
      .parse(await answer.json())
      .url.split("/")
      .at(-1) ?? ""
  );
}

const open = (code: string, method = "GET", headers = {}) =>
  answerRemotePage(new Request(`http://localhost:3000/remote/${code}`, { method, headers }), { runtime: house.runtime, code });

async function pair(code: string): Promise<Actor> {
  const answer = await open(code, "POST");
  expect(answer.status).toBe(303);
  return { cookie: answer.headers.get("set-cookie")?.split(";")[0] ?? "", userId: undefined };
}

async function talkOf({ deckId }: Place, as: Actor) {
  const answer = await house.call(talksRoute.GET, "GET", "/", { as, params: { id: deckId } });
  return answer.status === 200 ? talkListSchema.parse(await answer.json()).talks : answer.status;
}

const disconnect = async (place: Place) => {
  const [talk] = await talkOf(place, ana).then((talks) => (typeof talks === "number" ? [] : talks));
  for (const phoneId of talk?.phones ?? []) {
    const params = { id: place.deckId, talkId: place.talkId, phoneId };
    expect((await house.call(phoneRoute.DELETE, "DELETE", "/", { as: ana, params })).status).toBe(204);
  }
};

const moves = { anchor: "two", step: 0 };

describe("A phone that nobody is signed in on", () => {
  test("moves the slides once it has scanned the code, as the person who showed it", async () => {
    const place = await openTalk();
    const phone = await pair(await invite(place));
    expect((await call(stateRoute.POST, place, phone, moves)).status).toBe(200);
    expect((await call(clockRoute.POST, place, phone, { act: "pause" })).status).toBe(200);
    expect(await talkOf(place, phone)).toMatchObject([{ id: place.talkId, isDriver: true, slide: 2, phones: [] }]);
    expect(await talkOf(place, ana)).toMatchObject([{ phones: [expect.any(String)] }]);
  });

  test("gets the remote with the notes, and nothing else of the deck", async () => {
    const place = await openTalk();
    const phone = await pair(await invite(place));
    const page = async (query: string) => {
      const request = new Request(`http://localhost:3000/decks/${place.deckId}/present${query}`, { headers: { cookie: phone.cookie } });
      return answerStagePage(request, { runtime: house.runtime, deckId: place.deckId });
    };
    expect(await (await page("?view=remote")).text()).toContain("Say hello.");
    expect((await page("?view=desk")).headers.get("location")).toBe(`/decks/${place.deckId}/present?view=remote`);
    expect((await house.call(markdownRoute.GET, "GET", "/", { as: phone, params: { id: place.deckId } })).status).toBe(401);
  });

  test.each([
    ["end it", endRoute.POST, {}],
    ["update the slides", versionRoute.POST, {}],
    ["switch looking ahead", peekingRoute.POST, { peeking: false }],
    ["invite another phone", phonesRoute.POST, {}],
    ["read the record", recordRoute.GET, undefined],
  ] as const)("may not %s", async (_, handler, body) => {
    const place = await openTalk();
    const phone = await pair(await invite(place));
    const answer =
      body === undefined
        ? await house.call(handler, "GET", "/", { as: phone, params: { id: place.deckId, talkId: place.talkId } })
        : await call(handler, place, phone, body);
    expect(answer.status).toBe(401);
  });

  test("may take over for its person, and hand over to nobody", async () => {
    const place = await openTalk();
    const phone = await pair(await invite(place));
    const link = await house.createLink(ana, place.deckId, { kind: "join", right: "present" });
    const ben = await house.guest();
    await house.join(ben, link.kind === "join" ? link.token : "");
    await call(driverRoute.POST, place, ben);
    expect((await call(stateRoute.POST, place, phone, moves)).status).toBe(403);
    expect((await call(driverRoute.POST, place, phone, { userId: ben.userId })).status).toBe(403);
    expect((await call(driverRoute.POST, place, phone)).status).toBe(200);
    expect((await call(stateRoute.POST, place, phone, moves)).status).toBe(200);
  });

  test("drives its own talk and no other", async () => {
    const [place, other] = [await openTalk(), await openTalk()];
    const phone = await pair(await invite(place));
    expect((await call(stateRoute.POST, other, phone, moves)).status).toBe(401);
    expect((await call(stateRoute.POST, { ...place, talkId: other.talkId }, phone, moves)).status).toBe(404);
  });

  test("is out when the talk ends, and in no later one", async () => {
    const place = await openTalk();
    const phone = await pair(await invite(place));
    await call(endRoute.POST, place, ana);
    expect((await call(stateRoute.POST, place, phone, moves)).status).toBe(401);
    await house.call(talksRoute.POST, "POST", "/", { as: ana, json: {}, params: { id: place.deckId } });
    expect(await talkOf(place, phone)).toBe(401);
  });

  test("is out when the desk disconnects it, on an open stream too", async () => {
    const place = await openTalk();
    const phone = await pair(await invite(place));
    const answer = await house.call(eventsRoute.GET, "GET", "/", { as: phone, params: { id: place.deckId, talkId: place.talkId } });
    const events = readEvents(answer.body);
    expect(await nextData(events)).toMatchObject({ rev: 1 });
    await disconnect(place);
    expect((await events.next()).value).toMatchObject({ event: "gone" });
    expect((await call(stateRoute.POST, place, phone, moves)).status).toBe(401);
    expect(await talkOf(place, ana)).toMatchObject([{ phones: [] }]);
  });

  test("is out when its person may present no more", async () => {
    const place = await openTalk();
    const link = await house.createLink(ana, place.deckId, { kind: "join", right: "present" });
    const ben = await house.guest();
    await house.join(ben, link.kind === "join" ? link.token : "");
    const phone = await pair(await invite(place, ben));
    await call(driverRoute.POST, place, ben);
    await house.pool.query("UPDATE deck_link SET revoked_at = now() WHERE id = $1", [link.id]);
    expect((await call(stateRoute.POST, place, phone, moves)).status).toBe(401);
  });
});

describe("A code", () => {
  test("counts once, and looking at its page takes nothing", async () => {
    const code = await invite(await openTalk());
    expect([(await open(code)).status, (await open(code)).status]).toEqual([200, 200]);
    expect((await Promise.all([open(code, "POST"), open(code, "POST")])).map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 410]);
    expect((await open(code)).status).toBe(410);
  });

  test("counts for minutes, and a newer one takes its place", async () => {
    const place = await openTalk();
    const [first, second] = [await invite(place), await invite(place)];
    expect((await open(first, "POST")).status).toBe(410);
    await house.pool.query("UPDATE talk_phone SET expires_at = now() - interval '1 second' WHERE talk_id = $1", [place.talkId]);
    expect((await open(second, "POST")).status).toBe(410);
  });

  test("stands nowhere in the database, nor does the phone's key", async () => {
    const place = await openTalk();
    const code = await invite(place);
    const { cookie } = await pair(code);
    const { rows } = await house.pool.query("SELECT * FROM talk_phone WHERE talk_id = $1", [place.talkId]);
    expect(JSON.stringify(rows)).not.toContain(code);
    expect(JSON.stringify(rows)).not.toContain(cookie.split("=")[1]);
  });

  test("is shown to nobody who may not present, and taken from no other site", async () => {
    const place = await openTalk();
    expect((await call(phonesRoute.POST, place, stranger())).status).toBe(401);
    const link = await house.createLink(ana, place.deckId, { kind: "join", right: "comment" });
    const ben = await house.guest();
    await house.join(ben, link.kind === "join" ? link.token : "");
    expect((await call(phonesRoute.POST, place, ben)).status).toBe(403);
    const code = await invite(place);
    expect((await open(code, "POST", { origin: "https://elsewhere.example" })).status).toBe(410);
    expect((await open(code)).status).toBe(200);
  });

  test.each(["lectern_phone=", "lectern_phone=0000", "lectern_phone=' OR 1=1", "other=1"])("a made-up key (%s) moves nothing", async (cookie) => {
    const place = await openTalk();
    expect((await call(stateRoute.POST, place, { cookie, userId: undefined }, moves)).status).toBe(401);
    expect(await talkOf(place, ana)).toMatchObject([{ rev: 1 }]);
  });
});
