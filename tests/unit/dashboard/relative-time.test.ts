import { expect, test } from "vitest";
import { relativeTime } from "@/components/dashboard/relative-time";

const now = new Date("2026-05-12T12:00:00Z");

test.each([
  ["2026-05-12T12:00:30Z", "just now"],
  ["2026-05-12T11:59:30Z", "just now"],
  ["2026-05-12T11:59:00Z", "1 minute ago"],
  ["2026-05-12T11:01:00Z", "59 minutes ago"],
  ["2026-05-12T09:00:00Z", "3 hours ago"],
  ["2026-05-11T10:00:00Z", "yesterday"],
  ["2026-05-06T10:00:00Z", "6 days ago"],
  ["2026-04-30T10:00:00Z", "30 Apr"],
  ["2025-12-24T10:00:00Z", "24 Dec 2025"],
])("%s reads as %s", (iso, words) => {
  expect(relativeTime(iso, now)).toBe(words);
});
