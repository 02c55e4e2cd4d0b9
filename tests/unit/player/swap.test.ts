import { describe, expect, test } from "vitest";
import { placeAfterSwap, placeIn } from "@/lib/player/swap";

const slide = (anchor: string, fragments = 0) => ({ anchor, fragments });
const from = [slide("a"), slide("b", 2), slide("c")];

describe("the same place among other slides", () => {
  test("is found by its address, wherever it moved", () => {
    expect(placeIn([slide("new"), slide("c"), slide("b", 2)], { anchor: "b", slide: 1, step: 2 })).toEqual({ slide: 2, step: 2 });
  });

  test("whose address is gone is found by its index, within what is there", () => {
    expect(placeIn([slide("x"), slide("y")], { anchor: "c", slide: 2, step: 0 })).toEqual({ slide: 1, step: 0 });
    expect(placeIn([], { anchor: "c", slide: 2, step: 1 })).toEqual({ slide: 0, step: 0 });
  });

  test("shows no more steps than it has", () => {
    expect(placeIn([slide("b", 1)], { anchor: "b", slide: 1, step: 2 })).toEqual({ slide: 0, step: 1 });
  });
});

describe("newer slides that wait", () => {
  const to = [slide("new"), slide("a"), slide("b", 2), slide("c"), slide("d")];

  test("are taken by a move to another slide, which leads where it would have", () => {
    expect(placeAfterSwap({ slide: 0, step: 0 }, { type: "next" }, { from, to })).toEqual({ slide: 2, step: 0 });
    expect(placeAfterSwap({ slide: 2, step: 0 }, { type: "first" }, { from, to })).toEqual({ slide: 1, step: 0 });
  });

  test("wait on while a step of the same slide is shown", () => {
    expect(placeAfterSwap({ slide: 1, step: 0 }, { type: "next" }, { from, to })).toBeUndefined();
    expect(placeAfterSwap({ slide: 1, step: 1 }, { type: "previous" }, { from, to })).toBeUndefined();
  });

  test("go on where the old ones end", () => {
    expect(placeAfterSwap({ slide: 2, step: 0 }, { type: "next" }, { from, to })).toEqual({ slide: 4, step: 0 });
    expect(placeAfterSwap({ slide: 2, step: 0 }, { type: "next" }, { from, to: from })).toBeUndefined();
  });
});
