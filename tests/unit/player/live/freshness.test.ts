import { describe, expect, test } from "vitest";
import { waitBeforeFetch, whenToTake } from "@/lib/player/live/freshness";

const shown = { version: "v1", slides: 7, total: 7, waitingVersion: undefined };

describe("asking for newer slides", () => {
  test("happens once for a version that is neither shown nor waiting", () => {
    expect(waitBeforeFetch(shown, { version: "v1", reach: undefined, isLive: false })).toBeUndefined();
    expect(waitBeforeFetch(shown, { version: "v2", reach: undefined, isLive: false })).toBe(2_000);
    expect(waitBeforeFetch({ ...shown, waitingVersion: "v2" }, { version: "v2", reach: undefined, isLive: false })).toBeUndefined();
    expect(waitBeforeFetch(shown, { version: undefined, reach: undefined, isLive: false })).toBeUndefined();
  });

  test("happens soon in a talk, where another slide may be shown", () => {
    expect(waitBeforeFetch(shown, { version: "v1", reach: 7, isLive: true })).toBeUndefined();
    expect(waitBeforeFetch(shown, { version: "v1", reach: 8, isLive: true })).toBe(250);
    expect(waitBeforeFetch(shown, { version: "v2", reach: 7, isLive: true })).toBe(250);
  });

  test("happens for slides that were kept back, once nothing is any more", () => {
    const kept = { ...shown, total: 12 };
    expect(waitBeforeFetch(kept, { version: "v1", reach: 7, isLive: true })).toBeUndefined();
    expect(waitBeforeFetch(kept, { version: "v1", reach: undefined, isLive: false })).toBe(2_000);
  });
});

describe("taking them", () => {
  test("is done at once by who follows, and for more slides of the same text", () => {
    expect(whenToTake({ isSameVersion: false, isFollowing: true })).toBe("now");
    expect(whenToTake({ isSameVersion: true, isFollowing: false })).toBe("now");
  });

  test("waits for the next change of slides everywhere else", () => {
    expect(whenToTake({ isSameVersion: false, isFollowing: false })).toBe("next-slide");
  });
});
