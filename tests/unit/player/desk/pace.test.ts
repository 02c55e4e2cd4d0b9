import { describe, expect, test } from "vitest";
import { leftWords, paceOf, planOf } from "@/lib/player/desk/pace";

const plan = planOf([60, undefined, 120, undefined], 300);

describe("the plan of a talk", () => {
  test("gives slides without a time what the others leave of the whole", () => {
    expect(plan).toEqual({ starts: [0, 60_000, 120_000, 240_000], totalMs: 300_000 });
  });

  test("without a whole counts them like the mean of the planned", () => {
    expect(planOf([60, undefined, 120], undefined)).toEqual({ starts: [0, 60_000, 150_000], totalMs: 270_000 });
  });

  test("that has no room left gives them none", () => {
    expect(planOf([400, undefined], 300)).toEqual({ starts: [0, 400_000], totalMs: 300_000 });
  });

  test("is none where nothing is planned", () => {
    expect([planOf([undefined], undefined), planOf([], 300)]).toEqual([undefined, undefined]);
  });
});

describe("the pace", () => {
  const words = (slide: number, seconds: number) => plan && paceOf(plan, slide, seconds * 1000);

  test("is on time as long as the plan has this slide on, give or take a breath", () => {
    for (const seconds of [55, 60, 100, 125]) expect(words(1, seconds)).toEqual({ state: "on-time", words: "On time" });
  });

  test("says by how much it is behind or ahead", () => {
    expect(words(1, 190)).toEqual({ state: "behind", words: "1:10 behind" });
    expect(words(3, 200)).toEqual({ state: "ahead", words: "0:40 ahead" });
    expect(words(3, 360)).toEqual({ state: "behind", words: "1:00 behind" });
  });

  test("what is left, then what is over", () => {
    expect(plan && [leftWords(plan, 0), leftWords(plan, 60_500), leftWords(plan, 365_000)]).toEqual(["5:00 left", "4:00 left", "1:05 over"]);
  });
});
