import fc from "fast-check";
import { expect, test } from "vitest";
import { leastEdits, type TextEdit } from "@/lib/collab/server/least-edit";

function applied(text: string, edits: readonly TextEdit[]): string {
  return edits.reduce((result, { at, deleted, inserted }) => result.slice(0, at) + inserted + result.slice(at + deleted), text);
}

function changedChars(edits: readonly TextEdit[]): number {
  return edits.reduce((sum, { deleted, inserted }) => sum + deleted + inserted.length, 0);
}

test("the edits make one text the other, and none is needed where they are the same", () => {
  const line = fc
    .array(fc.constantFrom("a", "b ", "\u{1F600}", "\u{1F601}", "\n", "# T\n", "x".repeat(50)), { maxLength: 60 })
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(line, line, fc.constantFrom(1, 200), (before, after, times) => {
      const [one, other] = [before.repeat(times), after.repeat(times)];
      expect(applied(one, leastEdits(one, other))).toBe(other);
      expect(leastEdits(one, one)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test("what two texts share is left alone, in a short text and in a long one", () => {
  expect(leastEdits("one two three", "one 2 three")).toEqual([{ at: 4, deleted: 3, inserted: "2" }]);
  const lines = Array.from({ length: 900 }, (_, index) => `line ${index} of a long text\n`);
  const changed = lines.map((line, index) => (index % 300 === 150 ? line.replace("long", "short") : line));
  expect(changedChars(leastEdits(lines.join(""), changed.join("")))).toBeLessThan(60);
});

test("a character of two halves is replaced whole", () => {
  expect(leastEdits("a\u{1F600}b", "a\u{1F601}b")).toEqual([{ at: 1, deleted: 2, inserted: "\u{1F601}" }]);
  expect(leastEdits("a\u{1F600}b", "a\u{1FA00}b")).toEqual([{ at: 1, deleted: 2, inserted: "\u{1FA00}" }]);
});

test("[I14] two texts of 1 MiB that share nothing are not compared character by character", () => {
  const [one, other] = ["ab\n".repeat(350_000), "xyz".repeat(349_000)];
  expect(leastEdits(one, other)).toEqual([{ at: 0, deleted: one.length, inserted: other }]);
  const long = ["a".repeat(500_000), "b".repeat(500_000)].join("\n");
  const mixed = ["c".repeat(500_000), "d".repeat(500_000)].join("\n");
  expect(changedChars(leastEdits(long, mixed))).toBeGreaterThan(1_999_000);
});
