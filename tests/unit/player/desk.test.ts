import { describe, expect, test } from "vitest";
import { readNotes } from "@/lib/player/notes";
import { clockText, elapsedMs, pause, printStopwatch, readStopwatch, start, stopped } from "@/lib/player/stopwatch";
import { readMessage } from "@/lib/player/window-link";

describe("the desk's watch", () => {
  test("counts while it runs and keeps its time while it stands", () => {
    const running = start(stopped, 1_000);
    expect(elapsedMs(running, 5_000)).toBe(4_000);
    const paused = pause(running, 5_000);
    expect(elapsedMs(paused, 60_000)).toBe(4_000);
    expect(elapsedMs(start(paused, 60_000), 61_000)).toBe(5_000);
  });

  test("starting it again while it runs loses nothing", () => {
    const running = start(stopped, 1_000);
    expect(start(running, 9_000)).toBe(running);
  });

  test("a clock that was set back never shows less than nothing", () => {
    expect(elapsedMs(start(stopped, 5_000), 1_000)).toBe(0);
  });

  test("survives a reload, and anything else that was kept under its name", () => {
    for (const watch of [stopped, start(stopped, 7), pause(start(stopped, 7), 99)]) expect(readStopwatch(printStopwatch(watch))).toEqual(watch);
    for (const text of [null, "", "x y", "{}"]) expect(elapsedMs(readStopwatch(text), 1_000)).toBe(0);
  });

  test("reads as people read time", () => {
    expect([0, 59_999, 60_000, 754_000, 3_600_000, 3_729_000].map(clockText)).toEqual(["0:00", "0:59", "1:00", "12:34", "1:00:00", "1:02:09"]);
  });
});

describe("notes at the desk", () => {
  test("come by slide from the document's data", () => {
    expect(readNotes("present", '["one","",3]')).toEqual({ state: "here", bySlide: ["one", "", ""] });
  });

  test("where the page has none, the desk says why", () => {
    expect(readNotes("public", undefined)).toMatchObject({ state: "absent", sentence: expect.stringContaining("not part of this page") });
    expect(readNotes("file", null)).toMatchObject({ state: "absent", sentence: expect.stringContaining("without speaker notes") });
    expect(readNotes("present", "{}")).toMatchObject({ state: "absent" });
  });
});

describe("what windows tell each other", () => {
  const mark = "lectern-window";

  test("reads its own messages", () => {
    expect(readMessage({ mark, type: "hello", role: "desk" })).toEqual({ type: "hello", role: "desk", stage: undefined });
    const at = { type: "at", role: "stage", stage: "a1", position: { slide: 3, step: 1 } };
    expect(readMessage({ mark, ...at })).toEqual(at);
    const blank = { type: "blank", role: "desk", stage: "a1", isBlank: true };
    expect(readMessage({ mark, ...blank })).toEqual(blank);
    const point = { type: "point", role: "desk", stage: "a1", spot: { x: 0.5, y: 0.25 } };
    expect(readMessage({ mark, ...point })).toEqual(point);
  });

  test("takes nothing else", () => {
    const others: unknown[] = [
      undefined,
      "hello",
      { type: "hello", role: "desk" },
      { mark, type: "hello", role: "audience" },
      { mark, type: "hello", role: "desk", stage: 7 },
      { mark, type: "at", role: "stage", stage: "a1" },
      { mark, type: "at", role: "stage", stage: "a1", position: { slide: "3", step: 0 } },
      { mark, type: "blank", role: "desk", stage: "a1" },
      { mark, type: "run", role: "desk", stage: "a1" },
    ];
    for (const other of others) expect(readMessage(other)).toBeUndefined();
  });
});
