import { afterAll, describe, expect, test } from "vitest";
import { talkSchema } from "@/lib/api/talks";
import { findPublicLink } from "@/lib/workspace/links/find-public";
import { openTalkScene } from "@/tests/integration/workspace/talk-scene";

const { house, ana, post, openTalk, talkOf } = await openTalkScene();
afterAll(() => house.close());

describe("The clock", () => {
  test("starts with the first step, stands while it is paused, and is reset", async () => {
    const place = await openTalk();
    expect((await talkOf(place)).clock).toEqual({ elapsedMs: 0, runningSinceMs: null, canUndo: false });
    await post("state", place, { anchor: "two", step: 0 });
    const running = await talkOf(place);
    expect(running.clock.runningSinceMs).toBeGreaterThan(running.nowMs - 60_000);
    await house.pool.query("UPDATE talk SET clock_since = now() - interval '90 seconds' WHERE id = $1", [place.talkId]);
    await post("clock", place, { act: "pause" });
    const paused = await talkOf(place);
    expect(paused.clock.runningSinceMs).toBeNull();
    expect(paused.clock.elapsedMs).toBeGreaterThanOrEqual(90_000);
    await post("state", place, { anchor: "three", step: 0 });
    expect((await talkOf(place)).clock).toEqual(paused.clock);
    await post("clock", place, { act: "reset" });
    expect((await talkOf(place)).clock).toEqual({ elapsedMs: 0, runningSinceMs: null, canUndo: true });
  });

  test("takes a reset back, as if it had run on", async () => {
    const place = await openTalk();
    await post("clock", place, { act: "start" });
    const { clock } = await talkOf(place);
    await post("clock", place, { act: "reset" });
    await post("clock", place, { act: "undo" });
    expect((await talkOf(place)).clock).toEqual(clock);
    await post("clock", place, { act: "undo" });
    expect((await talkOf(place)).clock).toEqual(clock);
  });

  test("takes no reset back once it was started anew", async () => {
    const place = await openTalk();
    await post("clock", place, { act: "start" });
    await post("clock", place, { act: "reset" });
    await post("clock", place, { act: "start" });
    expect((await talkOf(place)).clock.canUndo).toBe(false);
  });
});

describe("Looking ahead", () => {
  test("is switched while the talk runs, and what was shown stays open", async () => {
    const place = await openTalk();
    await post("state", place, { anchor: "two", step: 0 });
    await post("state", place, { anchor: "one", step: 0 });
    const link = await house.createLink(ana, place.deckId, { kind: "public" });
    const reach = async () => {
      const found = await findPublicLink(house.runtime, link.kind === "public" ? link.slug : "");
      return found.state === "there" ? found.live.reach : found.state;
    };
    expect(await reach()).toBeNull();
    expect(talkSchema.parse(await (await post("peeking", place, { peeking: false })).json())).toMatchObject({ peeking: false, rev: 4 });
    expect(await reach()).toBe(2);
    expect(talkSchema.parse(await (await post("peeking", place, { peeking: false })).json()).rev).toBe(4);
    await post("peeking", place, { peeking: true });
    expect(await reach()).toBeNull();
  });
});
