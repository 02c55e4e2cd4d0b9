import { expect, test } from "vitest";
import { lengthOf, presentersText, shareOf, startText } from "@/components/talks/talk-words";
import { versionIdSchema } from "@/lib/api/ids";

const versionId = versionIdSchema.parse("00000000-0000-4000-8000-000000000000");
const visit = (driver: string | null, seconds: number) => ({
  slide: 1,
  anchor: "a",
  title: "A",
  at: "2026-05-12T12:00:00.000Z",
  driver,
  seconds,
  versionId,
});

test("whoever presented is named once, in the order of their parts", () => {
  expect(presentersText({ visits: [visit("Ana", 1), visit("Ben", 1), visit("Ana", 1)] })).toBe("Ana and Ben");
  expect(presentersText({ visits: [visit("Ana", 1), visit("A guest", 1)] })).toBe("Ana and a guest");
  expect(presentersText({ visits: [visit(null, 1)] })).toBe("");
});

test("the longest visit has the whole width", () => {
  expect(shareOf(30, { visits: [visit("Ana", 60), visit("Ana", 30)] })).toBe(0.5);
  expect(shareOf(0, { visits: [visit("Ana", 0)] })).toBe(0);
});

test("a talk of another year says which", () => {
  const at = new Date(2026, 4, 12, 18, 40);
  expect(startText(at.toISOString(), new Date(2026, 5, 1))).toMatch(/^12 May/);
  expect(startText(at.toISOString(), new Date(2027, 5, 1))).toContain("2026");
});

test("a talk is as long as what its record adds up to, and without one as its clock says", () => {
  const talk = { startedAt: "2026-05-12T10:00:00.400Z", endedAt: "2026-05-12T10:00:06.300Z", nowMs: 0 };
  expect(lengthOf(talk, undefined)).toBe(5);
  expect(lengthOf({ ...talk, endedAt: null, nowMs: Date.parse("2026-05-12T10:01:00.500Z") }, undefined)).toBe(60);
  expect(lengthOf(talk, { visits: [visit("Ana", 3), visit("Ben", 4)] })).toBe(7);
});
