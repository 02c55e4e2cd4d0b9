import { describe, expect, test } from "vitest";
import { findFit, type FitStep } from "@/lib/player/measure-fit";
import { litGroup } from "@/lib/player/show-step";

describe("fitting a slide", () => {
  test("one that fits is left as it is", () => {
    expect(findFit(() => ({ screens: 1, wrapsCode: false }))).toEqual({ step: 100, screens: 1 });
  });

  test("the widest step at which nothing runs over is taken", () => {
    expect(findFit((step) => ({ screens: step > 85 ? 1.1 : 1, wrapsCode: false }))).toEqual({ step: 85, screens: 1 });
  });

  test("past the tightest step it says how many screens tall the slide is", () => {
    expect(findFit((step) => ({ screens: (4.2 * step) / 100, wrapsCode: false }))).toEqual({ step: 70, screens: 4.2 * 0.7 });
  });

  test("long lines of code are set tighter before they wrap", () => {
    expect(findFit((step) => ({ screens: 1, wrapsCode: step > 90 }))).toEqual({ step: 90, screens: 1 });
  });

  test("a line that no step holds doesn't make the whole slide small in vain", () => {
    const overflowAt = (step: FitStep) => ({ screens: step > 95 ? 1.05 : 1, wrapsCode: true });
    expect(findFit(overflowAt)).toEqual({ step: 95, screens: 1 });
  });
});

describe("lines of code that a step lights up", () => {
  test("the first group until the block's own first step, then one group a step, then the last", () => {
    expect([0, 1, 2, 3, 4, 5].map((step) => litGroup(3, 2, step))).toEqual([0, 0, 1, 2, 2, 2]);
  });

  test("a block with one group always lights it", () => {
    expect([0, 3].map((step) => litGroup(1, 1, step))).toEqual([0, 0]);
  });
});
