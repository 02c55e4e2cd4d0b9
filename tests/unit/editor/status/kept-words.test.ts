import { expect, test } from "vitest";
import { keptSentence } from "@/components/editor/status/kept-words";

const now = new Date(2026, 10, 30, 6, 20);

test("a text that went into no deck says since when it is kept, in plain words", () => {
  const sentence = keptSentence({ reason: "refused", savedMs: new Date(2026, 10, 30, 5, 58).getTime() }, now);
  expect(sentence).toMatch(/It has been kept since Monday,? 30 November at 05:58\./);
});

test("one that is kept since an earlier year says which", () => {
  const sentence = keptSentence({ reason: "replaced", savedMs: new Date(2024, 4, 12, 18, 40).getTime() }, now);
  expect(sentence).toMatch(/since Sunday,? 12 May 2024 at 18:40\./);
});
