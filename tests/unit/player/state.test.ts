import { describe, expect, test } from "vitest";
import { following, reduce, type Position } from "@/lib/player/state";

const fragments = [0, 2, 0];
const at = (slide: number, step = 0): Position => ({ slide, step });

describe("going through a talk", () => {
  test("next shows the slide's steps, then the next slide, and stays at the end", () => {
    const seen: Position[] = [at(0)];
    for (let presses = 0; presses < 6; presses++) seen.push(reduce(seen.at(-1) ?? at(0), { type: "next" }, fragments));
    expect(seen).toEqual([at(0), at(1), at(1, 1), at(1, 2), at(2), at(2), at(2)]);
  });

  test("back takes steps away one by one, and enters a slide with all of it shown", () => {
    expect(reduce(at(2), { type: "previous" }, fragments)).toEqual(at(1, 2));
    expect(reduce(at(1, 1), { type: "previous" }, fragments)).toEqual(at(1));
    expect(reduce(at(1), { type: "previous" }, fragments)).toEqual(at(0));
  });

  test("from slide to slide, steps are skipped", () => {
    expect(reduce(at(1, 1), { type: "next-slide" }, fragments)).toEqual(at(2));
    expect(reduce(at(1, 1), { type: "previous-slide" }, fragments)).toEqual(at(0));
  });

  test("jumps stay within the deck", () => {
    expect(reduce(at(0), { type: "go", slide: 99, step: 4 }, fragments)).toEqual(at(2));
    expect(reduce(at(2), { type: "go", slide: 1, step: 99 }, fragments)).toEqual(at(1, 2));
    expect(reduce(at(2), { type: "go", slide: -1 }, fragments)).toEqual(at(0));
    expect(reduce(at(2), { type: "go", slide: Number.NaN }, fragments)).toEqual(at(0));
    expect(reduce(at(0), { type: "last" }, fragments)).toEqual(at(2));
    expect(reduce(at(2), { type: "first" }, fragments)).toEqual(at(0));
  });

  test("a move that leads nowhere gives the same position back", () => {
    const here = at(2);
    for (const type of ["next", "next-slide", "last"] as const) expect(reduce(here, { type }, fragments)).toBe(here);
    const start = at(0);
    for (const type of ["previous", "previous-slide", "first"] as const) expect(reduce(start, { type }, fragments)).toBe(start);
  });

  test("every step is reached by next and by back alike", () => {
    const forward: Position[] = [at(0)];
    for (let next = following(at(0), fragments); next; next = following(next, fragments)) forward.push(next);
    const back: Position[] = [forward.at(-1) ?? at(0)];
    for (let i = 1; i < forward.length; i++) back.push(reduce(back.at(-1) ?? at(0), { type: "previous" }, fragments));
    expect(back.toReversed()).toEqual(forward);
    expect(following(at(2), fragments)).toBeUndefined();
  });
});
