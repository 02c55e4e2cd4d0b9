import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { deletedBytes } from "@/lib/collab/server/deleted-bytes";
import { copyOf, deck, updateBy } from "@/tests/unit/collab/server/written-docs";

const bytesOf = (doc: Y.Doc) => new TextEncoder().encode(doc.getText("markdown").toJSON()).byteLength;

test("what an edit deletes is as many bytes as the text has less", () => {
  const edit = fc.record({ from: fc.nat(60), deleted: fc.nat(20), inserted: fc.string({ unit: fc.constantFrom("a", "ä", "語"), maxLength: 8 }) });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), fc.array(edit, { minLength: 1, maxLength: 4 }), (before, after) => {
      const doc = deck("Some text, ".repeat(5));
      const apply = (text: Y.Text, { from, deleted, inserted }: (typeof after)[number]) => {
        const at = Math.min(from, text.length);
        text.delete(at, Math.min(deleted, text.length - at));
        text.insert(at, inserted);
      };
      for (const one of before) apply(doc.getText("markdown"), one);
      const update = updateBy(copyOf(doc), (text) => after.forEach((one) => apply(text, { ...one, inserted: "" })));
      if (update.byteLength === 0) return;
      const had = bytesOf(doc);
      const counted = deletedBytes(doc, Y.decodeUpdate(update).ds);
      Y.applyUpdate(doc, update);
      expect(counted).toBe(had - bytesOf(doc));
    }),
    { numRuns: 300 },
  );
});

test("[I14] what is named twice counts once, in whatever order, and what isn't there not at all", () => {
  const doc = deck("0123456789");
  const { clientID } = doc;
  const range = (clock: number, len: number) => ({ clock, len });
  const count = (...ranges: readonly ReturnType<typeof range>[]) => deletedBytes(doc, { clients: new Map([[clientID, ranges]]) });
  expect(count(range(2, 3), range(2, 3))).toBe(3);
  expect(count(range(4, 4), range(0, 6), range(5, 1))).toBe(8);
  expect(count(range(8, 100), range(50, 1))).toBe(2);
  expect(deletedBytes(doc, { clients: new Map([[clientID + 1, [range(0, 5)]]]) })).toBe(0);
});
