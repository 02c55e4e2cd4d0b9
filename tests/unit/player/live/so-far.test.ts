import { expect, test } from "vitest";
import { readShown } from "@/lib/player/live/so-far";

test("the list of slides so far is read row by row, and what is no row is left out", () => {
  const row = { slide: 2, anchor: "the-wait", title: "The wait", seconds: 80 };
  expect(readShown({ slides: [row, null, { slide: 3 }, { slide: 3, anchor: "x" }] })).toEqual([
    row,
    { slide: 3, anchor: "x", title: "", seconds: 0 },
  ]);
  for (const other of [null, [], { slides: "none" }]) expect(readShown(other)).toBeUndefined();
});
