import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { placesOf } from "@/lib/collab/server/text-places";
import { deck } from "@/tests/unit/collab/server/written-docs";

/** One position, through its bytes. */
function kept(doc: Y.Doc, offset: number): Uint8Array {
  const [position] = placesOf(doc.getText("markdown")).encode([offset]);
  if (position === undefined) throw new Error("no position");
  return position;
}

function found(doc: Y.Doc, position: Uint8Array): number | "gone" | undefined {
  return placesOf(doc.getText("markdown")).locate([position])[0];
}

test("a position goes with its character", () => {
  const doc = deck("one two three");
  const position = kept(doc, 4);
  doc.getText("markdown").insert(0, "zero ");
  expect(found(doc, position)).toBe(9);
});

test("a position whose character was deleted is gone, also when the same text is written again", () => {
  const doc = deck("one two three");
  const position = kept(doc, 4);
  doc.getText("markdown").delete(4, 3);
  doc.getText("markdown").insert(4, "two");
  expect(found(doc, position)).toBe("gone");
});

test("a position at the end stays behind the last character, whatever is written after it", () => {
  const doc = deck("one");
  const position = kept(doc, 3);
  doc.getText("markdown").insert(3, " two");
  expect(found(doc, position)).toBe(3);
});

test("a position in an empty text stays at its beginning", () => {
  const doc = deck("");
  const position = kept(doc, 0);
  doc.getText("markdown").insert(0, "text");
  expect(found(doc, position)).toBe(0);
});

test("places speak of the moment they were made at, also after the document went on", () => {
  const doc = deck("one two");
  const before = placesOf(doc.getText("markdown"));
  const [position] = before.encode([4]);
  doc.getText("markdown").delete(0, 7);
  doc.destroy();
  expect(before.locate(position ? [position] : [])).toEqual([4]);
});

test("formats and embedded things, which the text doesn't show, move no position", () => {
  const doc = deck("one two");
  const text = doc.getText("markdown");
  text.format(0, 3, { bold: true });
  text.insertEmbed(3, { image: "x" });
  const position = kept(doc, text.toString().indexOf("two"));
  expect(found(doc, position)).toBe(4);
});

test("a position of another document's characters is gone", () => {
  expect(found(deck("one"), kept(deck("one"), 1))).toBe("gone");
});

const editArb = fc.record({ by: fc.nat(2), at: fc.double({ min: 0, max: 1, noNaN: true }), remove: fc.nat(6), insert: fc.string({ maxLength: 5 }) });

test("positions are Yjs' own: for every living character both find the same place, in texts of three people", () => {
  fc.assert(
    fc.property(fc.array(editArb, { maxLength: 30 }), fc.array(editArb, { maxLength: 30 }), (first, second) => {
      const docs = [deck("# A\n\n---\n\n# B\n"), new Y.Doc(), new Y.Doc()];
      const share = () => {
        const updates = docs.map((doc) => Y.encodeStateAsUpdate(doc));
        for (const doc of docs) for (const update of updates) Y.applyUpdate(doc, update);
      };
      share();
      const play = (edits: typeof first) => {
        for (const { by, at, remove, insert } of edits) {
          const text = docs[by]?.getText("markdown");
          if (text === undefined) continue;
          const start = Math.floor(at * text.length);
          text.delete(start, Math.min(remove, text.length - start));
          text.insert(start, insert);
        }
        share();
      };
      play(first);
      const doc = docs[0] ?? new Y.Doc();
      const text = doc.getText("markdown");
      const offsets = Array.from({ length: text.length }, (_, offset) => offset);
      const positions = placesOf(text).encode(offsets);
      expect(positions).toEqual(offsets.map((offset) => Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, offset))));
      play(second);
      const located = placesOf(text).locate(positions);
      expect(located).toEqual(
        positions.map((position) => {
          const relative = Y.decodeRelativePosition(position);
          const isAlive = relative.item !== null && !isDeleted(doc, relative.item);
          return isAlive ? Y.createAbsolutePositionFromRelativePosition(relative, doc)?.index : "gone";
        }),
      );
    }),
    { numRuns: 60 },
  );
});

function isDeleted(doc: Y.Doc, id: Y.ID): boolean {
  const item = Y.getItem(doc.store, id);
  return !(item instanceof Y.Item) || item.deleted;
}

test("a stretch goes with its characters, widens with what is written inside and shrinks with what is deleted", () => {
  const doc = deck("one two three");
  const text = doc.getText("markdown");
  const range = placesOf(text).encodeRange({ start: 4, end: 7 });
  text.insert(0, "zero ");
  text.insert(10, "x");
  text.insert(13, "y");
  expect(placesOf(text).locateRange(range)).toEqual({ start: 9, end: 13 });
  text.delete(9, 1);
  expect(placesOf(text).locateRange(range)).toEqual({ start: 9, end: 12 });
  text.delete(11, 1);
  expect(placesOf(text).locateRange(range)).toEqual({ start: 9, end: 11 });
});

test("a stretch is gone with its last character", () => {
  const doc = deck("one two three");
  const text = doc.getText("markdown");
  const range = placesOf(text).encodeRange({ start: 4, end: 7 });
  text.delete(4, 3);
  expect(placesOf(text).locateRange(range)).toBe("gone");
});

test("a stretch of another document is gone", () => {
  const range = placesOf(deck("one two three").getText("markdown")).encodeRange({ start: 4, end: 7 });
  expect(placesOf(deck("one two three").getText("markdown")).locateRange(range)).toBe("gone");
});

test("what is left of a stretch is what Yjs finds between its two positions, after any edits", () => {
  const edits = fc.array(fc.record({ at: fc.nat(40), deleted: fc.nat(6), inserted: fc.string({ maxLength: 4 }) }), { maxLength: 12 });
  fc.assert(
    fc.property(edits, fc.nat(20), fc.integer({ min: 1, max: 12 }), (list, start, length) => {
      const doc = deck("the quick brown fox jumps over the lazy dog");
      const text = doc.getText("markdown");
      const range = placesOf(text).encodeRange({ start, end: start + length });
      for (const { at, deleted, inserted } of list) {
        const place = Math.min(at, text.length);
        text.delete(place, Math.min(deleted, text.length - place));
        text.insert(place, inserted);
      }
      const [from, to] = [range.start, range.end].map(
        (each) => Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(each), doc)?.index,
      );
      const found = placesOf(text).locateRange(range);
      expect(found === "gone" ? undefined : [found.start, found.end]).toEqual(
        to !== undefined && from !== undefined && to > from ? [from, to] : undefined,
      );
    }),
  );
});
