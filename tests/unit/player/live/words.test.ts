import { expect, test } from "vitest";
import { liveWords, type LiveSituation } from "@/lib/player/live/words";

const at = (slide: number, step = 0) => ({ slide, step });
const say = (situation: Partial<LiveSituation>) =>
  liveWords({ here: at(3), live: at(3), isFollowing: true, isLinkUp: true, hasEnded: false, given: undefined, hasReadOn: false, ...situation });

test("without a talk there is no bar, and after one it says so", () => {
  expect(say({ live: undefined })).toEqual({ kind: "none" });
  expect(say({ live: undefined, hasEnded: true })).toEqual({ kind: "note", text: "The talk has ended" });
});

test("after a talk the page says when it was, until its reader reads on, and again at the first slide", () => {
  const given = { id: "t1", day: "12 May", by: ["Ana"], changed: 4, isShown: true };
  const text = "As presented on 12 May by Ana · 4 slides changed since";
  expect(say({ live: undefined, hasEnded: true, given })).toMatchObject({ kind: "given", text });
  expect(say({ live: undefined, given, hasReadOn: true })).toEqual({ kind: "none" });
  expect(say({ live: undefined, given, hasReadOn: true, here: at(0) })).toMatchObject({ kind: "given", text });
  expect(say({ given }).kind).toBe("with");
});

test("who follows sees that it is live, and when the connection is gone", () => {
  expect(say({})).toEqual({ kind: "with", text: "Live" });
  expect(say({ isLinkUp: false })).toEqual({ kind: "note", text: "Live, connecting again…" });
});

test("who has leafed away is told how far, and led back", () => {
  const away = (live: ReturnType<typeof at>) => say({ isFollowing: false, live });
  expect(away(at(6))).toEqual({ kind: "away", text: "Live is 3 ahead: go to live" });
  expect(away(at(1))).toEqual({ kind: "away", text: "Live is 2 behind: go to live" });
  expect(away(at(3, 2))).toEqual({ kind: "away", text: "Live is further on this slide: go to live" });
  expect(say({ isFollowing: false, here: at(3, 1), live: at(3) })).toEqual({ kind: "away", text: "Live is earlier on this slide: go to live" });
});
