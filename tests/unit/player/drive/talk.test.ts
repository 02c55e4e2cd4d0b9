import { describe, expect, test } from "vitest";
import { remoteZone } from "@/lib/player/drive/remote-zone";
import { readRunning, readTalk } from "@/lib/player/drive/talk";
import { audienceWords, talkWords, updateWords } from "@/lib/player/drive/words";
import { elapsedMs } from "@/lib/player/stopwatch";

const sent = {
  id: "t1",
  rev: 12,
  state: "running",
  version: "3fa9",
  slide: 7,
  anchor: "the-wait",
  step: 2,
  blank: false,
  peeking: false,
  driver: { id: "u1", name: "Ana" },
  isDriver: true,
  clock: { elapsedMs: 61_000, runningSinceMs: 5_000_000 },
  nowMs: 5_010_000,
  changed: 4,
  watching: 23,
  away: 3,
  startedAt: "2026-11-28T12:00:00Z",
};

describe("a talk as presenters hear of it", () => {
  test("its clock goes on in this device's time, whatever that is", () => {
    const talk = readTalk(sent, 100_000);
    expect(talk && elapsedMs(talk.watch, 100_000)).toBe(71_000);
    expect(talk && elapsedMs(talk.watch, 130_000)).toBe(101_000);
  });

  test("has place, driver and audience", () => {
    expect(readTalk(sent, 0)).toMatchObject({
      isRunning: true,
      place: { slide: 6, anchor: "the-wait", step: 2, isBlank: false },
      driver: { id: "u1", name: "Ana" },
      isDriver: true,
      isPeeking: false,
      changed: 4,
      watching: 23,
    });
  });

  test("of several the one that runs counts", () => {
    expect(readRunning({ talks: [{ ...sent, id: "t2", state: "ended" }, sent] }, 0)).toMatchObject({ id: "t1" });
    expect(readRunning({ talks: [{ ...sent, state: "ended" }] }, 0)).toBe("none");
    expect(readRunning({ error: 1 }, 0)).toBeUndefined();
  });
});

describe("what presenters read", () => {
  const talk = readTalk(sent, 0);
  const others = readTalk({ ...sent, isDriver: false, driver: { id: "u2", name: "Ben" } }, 0);

  test("says who presents and how the connection is", () => {
    const state = { talk, isLinkUp: true, isSent: true };
    expect(talkWords(state).text).toBe("Live");
    expect(talkWords({ ...state, isSent: false }).text).toBe("Live, sending…");
    expect(talkWords({ ...state, isLinkUp: false })).toMatchObject({ tone: "warning", text: expect.stringContaining("the talk goes on here") });
    expect(talkWords({ ...state, talk: others }).text).toBe("Ben is presenting");
    expect(talkWords({ ...state, talk: undefined }).tone).toBe("quiet");
  });

  test("counts who watches, and who has left for another slide", () => {
    expect(talk && audienceWords(talk)).toBe("23 watching, 3 on other slides");
    expect(audienceWords({ watching: 2, away: 1 })).toBe("2 watching, 1 on another slide");
    expect(audienceWords({ watching: 2, away: 0 })).toBe("2 watching");
  });

  test("offers newer slides where there are any", () => {
    expect([updateWords(0), updateWords(4)]).toEqual([undefined, "Update slides: 4 changed"]);
  });

  test("a remote's large part does what is next to do", () => {
    const act = (options: Partial<Parameters<typeof remoteZone>[0]>) =>
      remoteZone({ isPhone: false, talk, hasNext: true, isSameSlide: false, ...options }).act;
    expect([act({}), act({ talk: undefined }), act({ talk: others }), act({ hasNext: false })]).toEqual(["next", "start", "take-over", "none"]);
    expect(act({ talk: undefined, isPhone: true })).toBe("none");
  });
});
