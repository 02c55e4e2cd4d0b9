import { expect, test } from "vitest";
import { readLive } from "@/lib/player/live/live-state";

const running = { rev: 12, live: true, version: "3fa9", slide: 7, anchor: "the-wait", step: 2, blank: false, reach: 7, pointer: { x: 0.25, y: 0.5 } };

test("a talk's place counts slides from 0 on the page", () => {
  expect(readLive(running)).toEqual({
    rev: 12,
    version: "3fa9",
    talk: { slide: 6, anchor: "the-wait", step: 2, isBlank: false },
    reach: 7,
    pointer: { x: 0.25, y: 0.5 },
    given: undefined,
  });
});

test("without a talk it tells the version alone", () => {
  const quiet = { rev: 0, live: false, version: "3fa9", slide: null, anchor: null, step: 0, blank: false, reach: null, pointer: null };
  expect(readLive(quiet)).toEqual({ rev: 0, version: "3fa9", talk: undefined, reach: undefined, pointer: undefined, given: undefined });
});

test("anything else is no message", () => {
  for (const other of [undefined, null, "live", [], {}, { rev: "1" }]) expect(readLive(other)).toBeUndefined();
});
