import { expect, test } from "vitest";
import { byDay, dayText } from "@/components/editor/history/version-words";
import { versionSchema } from "@/lib/api/versions";

const now = new Date(2026, 10, 28, 9, 5);
const at = (...parts: readonly [number, number, number, number, number]) => new Date(...parts).toISOString();

test.each([
  [at(2026, 10, 28, 0, 1), "Today"],
  [at(2026, 10, 27, 23, 59), "Yesterday"],
  [at(2026, 10, 24, 18, 40), "Tuesday 24 November"],
  [at(2024, 4, 12, 18, 40), "Sunday 12 May 2024"],
])("%s is %s", (iso, day) => {
  expect(dayText(iso, now).replace(",", "")).toBe(day);
});

test("versions stand under their day, in their order", () => {
  const version = (createdAt: string) =>
    versionSchema.parse({ id: crypto.randomUUID(), kind: "automatic", name: null, author: null, authors: [], slides: 1, createdAt });
  const versions = [at(2026, 10, 28, 8, 3), at(2026, 10, 28, 7, 0), at(2026, 10, 27, 7, 0)].map(version);
  expect(byDay(versions, now)).toEqual([
    { day: "Today", versions: versions.slice(0, 2) },
    { day: "Yesterday", versions: versions.slice(2) },
  ]);
});
