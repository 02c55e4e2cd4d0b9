import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createSlideTime, slideTimeWords } from "@/lib/player/desk/slide-time";
import type { Change, Player } from "@/lib/player/player";
import { pause, start, stopped, type Stopwatch } from "@/lib/player/stopwatch";

beforeEach(() => vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => vi.useRealTimers());

function scene(watch: Stopwatch, sinceMs?: number) {
  let now = watch;
  let slideSinceMs = sinceMs;
  let listener: (change: Change) => void = () => undefined;
  const onMove: Player["onMove"] = (heard) => {
    listener = heard;
    return () => undefined;
  };
  const time = createSlideTime({ onMove }, { read: () => now, slideSinceMs: () => slideSinceMs });
  return {
    ms: () => time.ms(Date.now()),
    set: (next: Stopwatch, nextSinceMs = slideSinceMs) => {
      now = next;
      slideSinceMs = nextSinceMs;
    },
    move: (isRemote = false) => listener({ position: { slide: 1, step: 0 }, before: { slide: 0, step: 0 }, isQuiet: false, isRemote }),
  };
}

describe("the time on a slide", () => {
  test("begins with the slide, and stands while the clock is paused", () => {
    const running = start(stopped, 940_000);
    const { ms, set, move } = scene(running);
    move();
    vi.setSystemTime(1_045_000);
    expect(ms()).toBe(45_000);
    set(pause(running, Date.now()));
    vi.setSystemTime(1_900_000);
    expect(ms()).toBe(45_000);
  });

  test("is known after a reload, by when the slide came", () => {
    expect(scene(start(stopped, 400_000), 970_000).ms()).toBe(30_000);
  });

  test("is the talk's once the talk is heard of, also where the page stood on its slide already", () => {
    const { ms, set } = scene(stopped);
    expect(ms()).toBe(0);
    set(start(stopped, 400_000), 970_000);
    expect(ms()).toBe(30_000);
  });

  test("begins again with a clock that was reset", () => {
    const { ms, set, move } = scene(start(stopped, 400_000));
    move();
    set(start(stopped, 1_000_000));
    vi.setSystemTime(1_010_000);
    expect(ms()).toBe(10_000);
  });
});

test("beside it stands what the plan has for the slide", () => {
  const plan = { starts: [0, 90_000], totalMs: 120_000 };
  expect(slideTimeWords(plan, 0, 45_000)).toEqual({ words: "0:45 of 1:30", isOver: false });
  expect(slideTimeWords(plan, 1, 45_000)).toEqual({ words: "0:45 of 0:30", isOver: true });
  expect(slideTimeWords(undefined, 0, 45_000)).toEqual({ words: "0:45", isOver: false });
});
