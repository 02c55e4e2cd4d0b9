import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import * as eventsRoute from "@/app/api/decks/[id]/talks/[talkId]/events/route";
import { talkSchema } from "@/lib/api/talks";
import { deckIdSchema } from "@/lib/api/ids";
import type { Sink } from "@/lib/audience/sink";
import { publicAddress } from "@/lib/workspace/links/find-public";
import { stranger } from "@/tests/integration/api/house";
import { openTalkScene, three } from "@/tests/integration/workspace/talk-scene";
import { eventually } from "@/tests/support/eventually";
import { nextData, readEvents } from "@/tests/support/events";

const { house, ana, start, post, openTalk, talkOf, join, editDeck } = await openTalkScene();
afterAll(() => house.close());

describe("Starting", () => {
  test("begins where the presenter stands, at the first slide else", async () => {
    expect(await talkOf(await openTalk(three, { anchor: "two" }))).toMatchObject({ slide: 2, anchor: "two", state: "running", isDriver: true });
    expect(await talkOf(await openTalk(three, { anchor: "nowhere" }))).toMatchObject({ slide: 1, anchor: "one" });
  });

  test("of two who start at once both are in one talk", async () => {
    const { id } = await house.createDeck(ana, { markdown: three });
    const ben = await join(id, "present");
    const answers = await Promise.all([start(id), start(id, {}, ben), start(id), start(id, {}, ben)]);
    const ids = new Set(await Promise.all(answers.map(async (answer) => talkSchema.parse(await answer.json()).id)));
    expect(ids.size).toBe(1);
  });

  test("a deck with hidden slides alone has nothing to show", async () => {
    const { id } = await house.createDeck(ana, { markdown: "<!-- _hidden: true -->\n\n# One" });
    const answer = await start(id);
    expect([answer.status, (await answer.json()).detail]).toEqual([422, "There is no slide to show: all of them are hidden."]);
  });

  test("one that was forgotten half a day ago has ended, and another begins", async () => {
    const place = await openTalk();
    await house.pool.query("UPDATE talk SET moved_at = now() - interval '13 hours' WHERE id = $1", [place.talkId]);
    expect((await talkOf(place)).state).toBe("ended");
    expect((await post("state", place, { anchor: "two", step: 0 })).status).toBe(410);
    expect((await start(place.deckId)).status).toBe(201);
  });
});

describe("Moving", () => {
  test("goes to slides of the shown version by their address, and keeps how far it came", async () => {
    const place = await openTalk();
    expect(await (await post("state", place, { anchor: "three", step: 0 })).json()).toEqual({ rev: 2 });
    expect(await (await post("state", place, { anchor: "two", step: 1, blank: true })).json()).toEqual({ rev: 3 });
    expect(await talkOf(place)).toMatchObject({ slide: 2, anchor: "two", step: 1, blank: true });
    const { rows } = await house.pool.query("SELECT slide, reach FROM talk WHERE id = $1", [place.talkId]);
    expect(rows).toEqual([{ slide: 2, reach: 3 }]);
  });

  test("records which slide was shown when, and by whom", async () => {
    const place = await openTalk();
    for (const [anchor, step] of [["two", 0] as const, ["two", 1] as const, ["three", 0] as const]) await post("state", place, { anchor, step });
    const { rows } = await house.pool.query("SELECT slide, anchor, driver_id FROM talk_visit WHERE talk_id = $1 ORDER BY rev", [place.talkId]);
    expect(rows).toEqual(["one", "two", "three"].map((anchor, index) => ({ slide: index + 1, anchor, driver_id: ana.userId })));
  });

  test("one that waited for the network comes too late where the talk went on since, but not after a move of its own page", async () => {
    const place = await openTalk();
    await post("state", place, { anchor: "two", step: 0 });
    const late = { anchor: "three", step: 0, agoMs: 60_000 };
    const refused = await post("state", place, { ...late, rev: 1 });
    expect([refused.status, (await refused.json()).detail]).toEqual([409, "The talk has gone on since. This move came too late."]);
    expect(await talkOf(place)).toMatchObject({ rev: 2, slide: 2 });
    expect((await post("state", place, { ...late, rev: 2 })).status).toBe(200);
    expect((await post("state", place, { anchor: "one", step: 0, rev: 1 })).status).toBe(200);
  });

  test("one that waited comes too late as well where its device knows nothing of the time it was on its way", async () => {
    const place = await openTalk();
    await post("state", place, { anchor: "two", step: 0 });
    expect((await post("state", place, { anchor: "three", step: 0, rev: 1, agoMs: 1 })).status).toBe(409);
    expect(await talkOf(place)).toMatchObject({ rev: 2, slide: 2 });
  });

  test.each([
    ["a slide that is not there", { anchor: "four", step: 0 }],
    ["a step that can't be", { anchor: "two", step: -1 }],
    ["no slide", { step: 1 }],
    ["what nobody knows", { anchor: "two", step: 0, force: true }],
  ])("%s is refused in words and moves nothing", async (_, body) => {
    const place = await openTalk();
    const answer = await post("state", place, body);
    expect([answer.status, (await answer.json()).detail]).toEqual([422, expect.stringMatching(/^[A-Za-z].*[.:]/)]);
    expect((await talkOf(place)).rev).toBe(1);
  });

  test("[one driver] of two who press at random only the driver's moves count", async () => {
    const place = await openTalk();
    const ben = await join(place.deckId, "present");
    const presses = Array.from({ length: 100 }, (_, index) =>
      index % 2 === 0 ? post("state", place, { anchor: "two", step: index }) : post("state", place, { anchor: "three", step: index }, ben),
    );
    const statuses = (await Promise.all(presses)).map(({ status }, index) => [index % 2 === 0, status]);
    expect(statuses.every(([isAna, status]) => status === (isAna ? 200 : 403))).toBe(true);
    const { rows } = await house.pool.query("SELECT anchor, rev FROM talk WHERE id = $1", [place.talkId]);
    expect(rows).toEqual([{ anchor: "two", rev: 51 }]);
  });
});

describe("The driver", () => {
  test("is told by name to who does not drive, and taken over from by who may present", async () => {
    const place = await openTalk();
    const ben = await join(place.deckId, "present");
    const refused = await post("state", place, { anchor: "two", step: 0 }, ben);
    expect([refused.status, (await refused.json()).detail]).toEqual([403, "A guest is presenting. Take over to lead the audience."]);
    expect(talkSchema.parse(await (await post("driver", place, {}, ben)).json())).toMatchObject({ isDriver: true, rev: 2 });
    expect((await post("state", place, { anchor: "two", step: 0 })).status).toBe(403);
    expect((await post("state", place, { anchor: "two", step: 0 }, ben)).status).toBe(200);
  });

  test("hands over to who may present, and to nobody else", async () => {
    const place = await openTalk();
    const ben = await join(place.deckId, "present");
    const viewer = await join(place.deckId, "view");
    expect((await post("driver", place, { userId: viewer.userId })).status).toBe(422);
    expect((await post("driver", place, { userId: ben.userId })).status).toBe(200);
    const carla = await join(place.deckId, "edit");
    expect((await post("driver", place, { userId: carla.userId })).status).toBe(403);
    expect((await talkOf(place, ben)).isDriver).toBe(true);
  });

  test("leaves no pointer behind for who takes over", async () => {
    const place = await openTalk();
    const link = await house.createLink(ana, place.deckId, { kind: "public" });
    const ben = await join(place.deckId, "present");
    const pointers: unknown[] = [];
    const sink: Sink = {
      send: (frame) => void pointers.push(JSON.parse(/^data: (.*)$/m.exec(frame.toString())?.[1] ?? "null").pointer),
      beat: () => undefined,
      end: () => undefined,
    };
    const address = publicAddress(link.kind === "public" ? link.slug : "", null);
    const leave = await house.runtime.audience.follow(address, sink, { opens: () => false, isAway: false });
    await post("pointer", place, { x: 0.5, y: 0.5 });
    await eventually(() => expect(pointers.at(-1)).toEqual({ x: 0.5, y: 0.5 }));
    await post("driver", place, {}, ben);
    await eventually(() => expect(pointers.at(-1)).toBeNull());
    if (typeof leave !== "string") leave();
  });

  test("keeps driving as an account after being a guest", async () => {
    const guest = await house.guest();
    const { id } = await house.createDeck(guest, { markdown: three });
    const talk = talkSchema.parse(await (await start(id, {}, guest)).json());
    await house.signUp("ana", guest);
    expect((await post("state", { deckId: id, talkId: talk.id }, { anchor: "two", step: 0 }, guest)).status).toBe(200);
  });
});

describe("The version", () => {
  test("stays while the deck is edited, and says how many slides changed", async () => {
    const place = await openTalk();
    const { version } = await talkOf(place);
    await editDeck(place.deckId, "# One\n\n---\n\n# Two\n\n- b\n\n---\n\n# New\n\n---\n\n# Three\n");
    expect(await talkOf(place)).toMatchObject({ version, changed: 2 });
    expect((await post("state", place, { anchor: "new", step: 0 })).status).toBe(422);
  });

  test("is updated by the presenter's act and stays at its slide", async () => {
    const place = await openTalk(three, { anchor: "two" });
    await editDeck(place.deckId, "# Zero\n\n---\n\n# One\n\n---\n\n# Two\n\n- b\n");
    const updated = talkSchema.parse(await (await post("version", place)).json());
    expect(updated).toMatchObject({ slide: 3, anchor: "two", changed: 0, rev: 2 });
    expect(talkSchema.parse(await (await post("version", place)).json()).rev).toBe(2);
  });

  test("shows the slide of the same number to a driver whose page has a heading reworded already", async () => {
    const place = await openTalk();
    expect((await post("state", place, { anchor: "second", slide: 2, step: 0 })).status).toBe(200);
    expect(await talkOf(place)).toMatchObject({ slide: 2, anchor: "two" });
    expect((await post("state", place, { anchor: "fourth", slide: 4, step: 0 })).status).toBe(422);
  });

  test("without the slide that is shown, it goes on at the same place", async () => {
    const place = await openTalk(three, { anchor: "three", step: 0 });
    await editDeck(place.deckId, "# A\n\n---\n\n# B\n");
    expect(talkSchema.parse(await (await post("version", place)).json())).toMatchObject({ slide: 2, anchor: "b", step: 0 });
  });
});

describe("Ending", () => {
  test("stops the clock, and nothing moves any more", async () => {
    const place = await openTalk();
    await post("clock", place, { act: "start" });
    const ended = talkSchema.parse(await (await post("end", place)).json());
    expect(ended).toMatchObject({ state: "ended", clock: { runningSinceMs: null } });
    expect(ended.endedAt).not.toBeNull();
    for (const act of ["state", "driver", "clock", "pointer", "version", "peeking"] as const) {
      const bodies = {
        state: { anchor: "two", step: 0 },
        clock: { act: "start" },
        pointer: { off: true },
        driver: {},
        version: {},
        peeking: { peeking: true },
      };
      expect([act, (await post(act, place, bodies[act])).status]).toEqual([act, 410]);
    }
    expect((await post("end", place)).status).toBe(200);
  });
});

describe("Rights", () => {
  const bodies = {
    state: { anchor: "two", step: 0 },
    driver: {},
    clock: { act: "start" },
    pointer: { x: 0.5, y: 0.5 },
    version: {},
    peeking: { peeking: false },
    end: {},
  } as const;

  test.each([
    ["view", 403],
    ["comment", 403],
  ] as const)("who may only %s is refused every act", async (right, status) => {
    const place = await openTalk();
    const ben = await join(place.deckId, right);
    for (const act of ["state", "driver", "clock", "pointer", "version", "peeking", "end"] as const) {
      expect([act, (await post(act, place, bodies[act], ben)).status]).toEqual([act, status]);
    }
    expect((await start(place.deckId, {}, ben)).status).toBe(status);
    expect((await talkOf(place)).rev).toBe(1);
  });

  test("strangers and people without a right find nothing", async () => {
    const place = await openTalk();
    for (const act of ["state", "driver", "clock", "pointer", "version", "peeking", "end"] as const) {
      expect((await post(act, place, bodies[act], await house.guest())).status).toBe(404);
      expect((await post(act, place, bodies[act], stranger())).status).toBe(401);
    }
    expect((await post("state", { ...place, talkId: randomUUID() }, bodies.state)).status).toBe(404);
  });

  test("a talk of another deck is no talk of this one", async () => {
    const place = await openTalk();
    const other = await openTalk();
    expect((await post("end", { deckId: other.deckId, talkId: place.talkId })).status).toBe(404);
    expect((await talkOf(place)).state).toBe("running");
  });
});

describe("A presenter's stream", () => {
  test("tells the talk now, and every change until the right is gone", async () => {
    const place = await openTalk();
    const link = await house.createLink(ana, place.deckId, { kind: "join", right: "present" });
    const ben = await house.guest();
    await house.join(ben, link.kind === "join" ? link.token : "");
    const answer = await house.call(eventsRoute.GET, "GET", "/events", { as: ben, params: { id: place.deckId, talkId: place.talkId } });
    const events = readEvents(answer.body);
    expect(await nextData(events)).toMatchObject({ rev: 1, slide: 1, isDriver: false });
    await post("state", place, { anchor: "two", step: 0 });
    expect(await nextData(events)).toMatchObject({ rev: 2, slide: 2 });
    await house.pool.query("DELETE FROM deck_grant WHERE user_id = $1", [ben.userId]);
    house.runtime.audience.changed([deckIdSchema.parse(place.deckId)]);
    expect(await nextData(events)).toMatchObject({ sentence: expect.stringContaining("shared with you") });
    expect((await events.next()).done).toBe(true);
  });
});
