import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { extentWith, judgeUpdate } from "@/lib/collab/server/guard-update";
import { applyWhole } from "@/lib/collab/server/made-updates";
import { areGaps } from "@/lib/collab/server/neighbours";
import { copyOf, deck, isTakenWhole, updateBy, updateOfTexts, type Place, type WrittenText } from "@/tests/unit/collab/server/written-docs";

const anybody = () => true;
const origin = { name: "somebody" };
const textOf = (doc: Y.Doc) => doc.getText("markdown").toJSON();

/** Does a room take it? One that breaks at it is loaded anew, so this asks a copy first. */
function takes(room: Y.Doc, update: Uint8Array): boolean {
  const verdict = judgeUpdate(room, update, anybody);
  if (verdict.state !== "fine") return false;
  try {
    applyWhole(copyOf(room), update, { origin, gaps: verdict.gaps });
  } catch {
    return false;
  }
  applyWhole(room, update, { origin, gaps: verdict.gaps });
  return true;
}

/** One text of an attacker, beside any two characters there are by then, as far as there are any. */
interface Drawn {
  readonly client: number;
  readonly behind: number | undefined;
  readonly before: number | undefined;
  readonly text: string;
}
const drawn: fc.Arbitrary<Drawn> = fc.record({
  client: fc.constantFrom(11, 22, 33),
  behind: fc.option(fc.nat(100), { nil: undefined, freq: 3 }),
  before: fc.option(fc.nat(100), { nil: undefined, freq: 3 }),
  text: fc.constantFrom("a", "b", "cd"),
});
/** Some come with others in one update. */
const drawnUpdates = fc.array(fc.array(drawn, { minLength: 1, maxLength: 2 }), { minLength: 3, maxLength: 9 });

/** Writes what was drawn as far as a room takes it. */
function takenOf(updates: readonly (readonly Drawn[])[], room: Y.Doc): readonly Uint8Array[] {
  const written = new Map<number, readonly WrittenText[]>();
  const taken: Uint8Array[] = [];
  for (const update of updates) {
    const tried = new Map(written);
    for (const { client, behind, before, text } of update) {
      const places = [...tried].flatMap(([writer, texts]) => charactersOf(writer, texts));
      const at = (index: number | undefined) => (index === undefined ? undefined : places[index % Math.max(1, places.length)]);
      tried.set(client, [...(tried.get(client) ?? []), { behind: at(behind), before: at(before), text }]);
    }
    const bytes = Y.diffUpdate(updateOfTexts(tried), Y.encodeStateVector(room));
    if (!takes(room, bytes)) continue;
    taken.push(bytes);
    for (const [client, texts] of tried) written.set(client, texts);
  }
  return taken;
}

function charactersOf(client: number, texts: readonly WrittenText[]): readonly Place[] {
  return Array.from(texts.map(({ text }) => text).join(""), (_, clock) => ({ client, clock }));
}

test("[I15] whatever is taken stands in the same place for everybody, in whatever order that respects what it builds on: nobody says between which two it stands as they like", () => {
  let several = 0;
  fc.assert(
    fc.property(drawnUpdates, fc.infiniteStream(fc.nat()), (updates, numbers) => {
      const room = new Y.Doc();
      const taken = takenOf(updates, room);
      if (taken.length > 2) several++;
      for (let page = 0; page < 4; page++) {
        const doc = new Y.Doc();
        for (const left = [...taken]; left.length > 0;) {
          const next = left.filter((update) => extentWith(update, (client) => Y.getState(doc.store, client)) !== undefined);
          const update = next[Number(numbers.next().value) % next.length] ?? new Uint8Array();
          left.splice(left.indexOf(update), 1);
          expect(isTakenWhole(doc, update)).toBe(true);
        }
        expect(textOf(doc)).toBe(textOf(room));
      }
    }),
    { numRuns: 1_000 },
  );
  expect(several).toBeGreaterThan(500);
});

const ana = 11;
const at = (clock: number): Place => ({ client: ana, clock });
const beside = (behind: Place | undefined, before: Place | undefined) => updateOfTexts(new Map([[22, [{ behind, before, text: "x" }]]]));
/** "abc" typed at once, and "d" behind it, by Ana. */
const known = updateOfTexts(new Map([[ana, [{ text: "abc" }, { behind: at(2), text: "d" }]]]));

test.each([
  ["one and the same character", at(1), at(1)],
  ["two in the wrong order", at(2), at(1)],
  ["two of one text with another between them", at(0), at(2)],
  ["two with another text between them", at(1), at(3)],
  ["the start and what was typed behind something", undefined, at(1)],
])("what says it stands between %s is refused", (_what, behind, before) => {
  const room = new Y.Doc();
  Y.applyUpdate(room, known);
  expect(judgeUpdate(room, beside(behind, before), anybody)).toMatchObject({ state: "bad", reason: expect.stringContaining("neighbours") });
});

test.each([
  ["in the midst of what was typed at once", at(0), at(1)],
  ["at the start", undefined, at(0)],
  ["at the end", at(3), undefined],
  ["behind what was the end, as somebody else went on there", at(1), undefined],
  ["in a deck that was empty", undefined, undefined],
])("what says it stands %s is fine", (_what, behind, before) => {
  const room = new Y.Doc();
  Y.applyUpdate(room, known);
  expect(judgeUpdate(room, beside(behind, before), anybody).state).toBe("fine");
});

test("[I15] two texts of one update that say they stand before each other's start break the document they are put into, before anybody sees them", () => {
  const room = new Y.Doc();
  Y.applyUpdate(room, known);
  const update = updateOfTexts(
    new Map([
      [22, [{ behind: at(0), before: at(1), text: "x" }]],
      [33, [{ behind: { client: 22, clock: 0 }, before: at(0), text: "y" }]],
    ]),
  );
  const verdict = judgeUpdate(room, update, anybody);
  expect(verdict).toMatchObject({ state: "fine", gaps: [expect.anything()] });
  expect(() => applyWhole(room, update, { origin, gaps: "gaps" in verdict ? verdict.gaps : [] })).toThrow("neighbours");
});

const act = fc.record({
  page: fc.nat(3),
  /** Most type, some only hear the others, or say what they have. */
  what: fc.constantFrom("type", "type", "type", "delete", "undo", "redo", "hear", "hear", "say"),
  place: fc.nat(60),
  text: fc.constantFrom("a", "bc", "d\u{1F600}e"),
});

test("whatever people type, offline or not and all at once, is taken as it comes, in one piece with what others typed, and by a room that had lost it", () => {
  fc.assert(
    fc.property(fc.array(act, { minLength: 5, maxLength: 60 }), (acts) => {
      const room = deck("some text");
      const pages = Array.from({ length: 4 }, (_, index) => {
        const doc = copyOf(room);
        doc.clientID = 10 + index;
        return { doc, undo: new Y.UndoManager(doc.getText("markdown"), { captureTimeout: 0 }) };
      });
      const say = (doc: Y.Doc) => {
        const missing = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(room));
        expect(takes(room, missing)).toBe(true);
      };
      for (const { page, what, place, text } of acts) {
        const { doc, undo } = pages[page] ?? { doc: room, undo: undefined };
        const target = doc.getText("markdown");
        const start = Math.min(place, target.length);
        if (what === "type") target.insert(start, text);
        else if (what === "delete") target.delete(start, Math.min(3, target.length - start));
        else if (what === "undo") undo?.undo();
        else if (what === "redo") undo?.redo();
        else if (what === "say") say(doc);
        // From another page, as from another process, or from the room.
        else Y.applyUpdate(doc, Y.encodeStateAsUpdate(pages[place % 5]?.doc ?? room));
      }
      for (const { doc } of pages) say(doc);
      for (const { doc } of pages) Y.applyUpdate(doc, Y.encodeStateAsUpdate(room));
      expect(new Set(pages.map(({ doc }) => textOf(doc)))).toEqual(new Set([textOf(room)]));
      expect(takes(new Y.Doc(), Y.encodeStateAsUpdate(room))).toBe(true);
    }),
    { numRuns: 400 },
  );
});

test("every key of two who type by turns into each other's words is taken", () => {
  const room = deck("some text");
  const pages = [copyOf(room), copyOf(room)];
  for (let key = 0; key < 100; key++) {
    const update = updateBy(pages[key % 2] ?? room, (text) => text.insert((key * 7) % text.length, "x"));
    expect(judgeUpdate(room, update, anybody)).toMatchObject({ state: "fine", isPlain: true, gaps: [] });
    for (const doc of [room, ...pages]) expect(isTakenWhole(doc, update)).toBe(true);
  }
});

test("[I14] however many say they stand between two that are far apart, the text is gone through once", () => {
  const doc = new Y.Doc();
  doc.clientID = ana;
  const count = 5_000;
  // Each before the one that came before it: none becomes part of another.
  for (let piece = 0; piece < count; piece++) doc.getText("markdown").insert(0, "x");
  let steps = 0;
  for (let item = doc.getText("markdown")._start; item !== null;) {
    const next = item.right;
    Object.defineProperty(item, "right", { get: () => (steps++, next) });
    item = next;
  }
  const far = { behind: Y.createID(ana, count - 1), before: Y.createID(ana, 1) };
  expect(
    areGaps(
      doc,
      Array.from({ length: 2_000 }, () => far),
    ),
  ).toBe(false);
  expect(steps).toBeGreaterThanOrEqual(count);
  expect(steps).toBeLessThan(2 * count);
});
