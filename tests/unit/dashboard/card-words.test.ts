import { expect, test } from "vitest";
import { deletionWords } from "@/components/dashboard/card-words";

const now = new Date("2026-05-12T10:00:00.000Z");
const ago = (days: number) => new Date(now.getTime() - days * 24 * 3600 * 1000).toISOString();

test.each([
  // Thrown away a moment after the page was drawn.
  [-0.001, "Deleted for ever in 30 days"],
  [0, "Deleted for ever in 30 days"],
  [1.5, "Deleted for ever in 29 days"],
  [29.5, "Deleted for ever in a day"],
  [30, "Deleted for ever today"],
])("a deck that is in the trash for %s days: %s", (days, words) => {
  expect(deletionWords(ago(days), now)).toBe(words);
});
