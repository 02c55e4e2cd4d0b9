import { expect, test } from "vitest";
import { readAutoplay } from "@/lib/player/embed/autoplay";

test.each([
  ["?embed", undefined],
  ["?embed&autoplay", { everyMs: 5_000, isLoop: false }],
  ["?embed&autoplay=8&loop", { everyMs: 8_000, isLoop: true }],
  ["?embed&autoplay=0.01", { everyMs: 1_000, isLoop: false }],
  ["?embed&autoplay=1e9&loop=0", { everyMs: 3_600_000, isLoop: false }],
  ["?embed&autoplay=soon", { everyMs: 5_000, isLoop: false }],
  ["?embed&autoplay=0&loop", undefined],
])("%s", (search, autoplay) => {
  expect(readAutoplay(search)).toEqual(autoplay);
});
