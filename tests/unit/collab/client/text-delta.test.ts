import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { shiftSelections } from "@/lib/collab/client/selections";
import { deltaToEdits, replaceMiddle, shiftOffset, type OffsetEdit } from "@/lib/collab/client/text-delta";

function apply(text: string, edits: readonly OffsetEdit[]): string {
  return edits.toReversed().reduce((sofar, edit) => sofar.slice(0, edit.start) + edit.text + sofar.slice(edit.end), text);
}

test("a change of a Y.Text as edits makes the same text of the old one", () => {
  const change = fc.record({ at: fc.nat(100), remove: fc.nat(5), insert: fc.string({ maxLength: 6, unit: "grapheme-ascii" }) });
  fc.assert(
    fc.property(fc.string({ maxLength: 40, unit: "grapheme-ascii" }), fc.array(change, { minLength: 1, maxLength: 6 }), (before, changes) => {
      const doc = new Y.Doc();
      const text = doc.getText("markdown");
      text.insert(0, before);
      let edits: readonly OffsetEdit[] = [];
      text.observe((event) => {
        edits = deltaToEdits(event.delta);
      });
      doc.transact(() => {
        for (const { at, remove, insert } of changes) {
          const place = at % (text.length + 1);
          text.delete(place, Math.min(remove, text.length - place));
          text.insert(place, insert);
        }
      });
      expect(apply(before, edits)).toBe(text.toString());
    }),
  );
});

test("an insert at an offset leaves it before the insert, or after it where asked", () => {
  const insert = [{ start: 5, end: 5, text: "abc" }];
  expect([shiftOffset(4, insert), shiftOffset(5, insert), shiftOffset(5, insert, "after"), shiftOffset(6, insert)]).toEqual([4, 5, 8, 9]);
});

test("an offset inside deleted text goes to where it was deleted; behind it moves along", () => {
  const edits = [
    { start: 2, end: 6, text: "xy" },
    { start: 10, end: 11, text: "" },
  ];
  expect([1, 2, 4, 6, 9, 11, 20].map((offset) => shiftOffset(offset, edits))).toEqual([1, 2, 2, 4, 7, 8, 17]);
});

test("a selection takes in nothing that others write at its edges, whichever way it was made", () => {
  const atStart = [{ start: 3, end: 3, text: "ab" }];
  const atEnd = [{ start: 7, end: 7, text: "ab" }];
  expect(shiftSelections([{ anchor: 3, head: 7 }], atStart)).toEqual([{ anchor: 5, head: 9 }]);
  expect(shiftSelections([{ anchor: 7, head: 3 }], atStart)).toEqual([{ anchor: 9, head: 5 }]);
  expect(shiftSelections([{ anchor: 3, head: 7 }], atEnd)).toEqual([{ anchor: 3, head: 7 }]);
  expect(shiftSelections([{ anchor: 3, head: 3 }], atStart)).toEqual([{ anchor: 3, head: 3 }]);
});

test("the one edit between two texts leaves their common ends alone", () => {
  expect(replaceMiddle("abcde", "abXde")).toEqual({ start: 2, end: 3, text: "X" });
  expect(replaceMiddle("aaa", "aaaa")).toEqual({ start: 3, end: 3, text: "a" });
  expect(replaceMiddle("same", "same")).toBeUndefined();
  fc.assert(
    fc.property(fc.string(), fc.string(), (from, to) => {
      const edit = replaceMiddle(from, to);
      expect(edit === undefined ? from : apply(from, [edit])).toBe(to);
    }),
  );
});
