import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { judgeUpdate } from "@/lib/collab/server/guard-update";
import { isCircular, placeableOf } from "@/lib/collab/server/placing";
import { copyOf, deck, isMisplaced, isTakenWhole, textsOfSeveral, updateOfTexts, type WrittenText } from "@/tests/unit/collab/server/written-docs";

const nothingKnown = () => 0;
const isInCircle = (texts: ReadonlyMap<number, readonly WrittenText[]>, stateOf: (client: number) => number = nothingKnown) =>
  isCircular(Y.decodeUpdate(updateOfTexts(texts)), stateOf);
const behind = (client: number, clock: number): WrittenText => ({ behind: { client, clock }, text: "x" });
const first: WrittenText = { text: "x" };

test("who stands behind each other is in a circle, also by way of a third", () => {
  const texts = new Map([
    [44, [behind(11, 0)]],
    [33, [behind(22, 0)]],
    [22, [first, behind(11, 0)]],
    [11, [behind(33, 0), behind(22, 1)]],
  ]);
  expect(isInCircle(texts)).toBe(false);
  texts.set(33, [behind(22, 1)]);
  expect(isInCircle(texts)).toBe(true);
});

test("what stands behind something that is known, or in nobody's hands, is in no circle", () => {
  const circle = new Map([
    [22, [behind(11, 0)]],
    [11, [behind(22, 0)]],
  ]);
  expect(isInCircle(circle, (client) => (client === 11 ? 1 : 0))).toBe(false);
  circle.set(11, [behind(33, 0)]);
  expect(isInCircle(circle)).toBe(false);
});

test("what has a place is all but the circle, who stands behind it and who waits for somebody else, and what is deleted of that", () => {
  const texts = new Map([
    [55, [first, behind(66, 7), first]],
    [44, [behind(55, 0)]],
    [33, [first, behind(11, 0)]],
    [22, [behind(11, 0)]],
    [11, [behind(22, 0)]],
  ]);
  const deleted = [33, 22, 77].map((client) => ({ client, clock: 0 }));
  const rest = Y.decodeUpdate(placeableOf(Y.decodeUpdate(updateOfTexts(texts, deleted)), nothingKnown));
  expect(rest.structs.map(({ id }) => [id.client, id.clock])).toEqual([
    [55, 0],
    [44, 0],
    [33, 0],
  ]);
  expect([...rest.ds.clients].flatMap(([client, ranges]) => ranges.map(({ clock, len }) => [client, clock, len]))).toEqual([[33, 0, 1]]);
});

test("[I15] a page that was sent whatever several wrote brings all it shows, and nothing of what it holds back", () => {
  const server = deck("some text");
  let brought = 0;
  fc.assert(
    fc.property(textsOfSeveral(server.clientID), (bytes) => {
      const [page, room] = [copyOf(server), copyOf(server)];
      // What is refused as nonsense is no page's to hold back: Yjs breaks at it.
      if (!["gap", "circular"].includes(judgeUpdate(room, bytes, () => true).state)) return;
      Y.applyUpdate(page, bytes);
      page.getText("markdown").insert(2, "typed");
      const verdict = judgeUpdate(room, Y.encodeStateAsUpdate(page, Y.encodeStateVector(room)), () => true);
      const rest = "rest" in verdict ? verdict.rest() : new Uint8Array();
      if (isMisplaced(room, rest)) return;
      brought++;
      const { state } = judgeUpdate(room, rest, () => true);
      expect([state, isTakenWhole(room, rest)]).toEqual(["fine", true]);
      expect(room.getText("markdown").toJSON()).toBe(page.getText("markdown").toJSON());
    }),
    { numRuns: 1_500 },
  );
  expect(brought).toBeGreaterThan(100);
});

test("[I14] many who build on each other by turns are looked at a few times each", () => {
  const count = 10_000;
  const texts = new Map([
    [22, [first, ...Array.from({ length: count }, (_, index) => behind(11, index))]],
    [11, Array.from({ length: count }, (_, index) => behind(22, index))],
  ]);
  const decoded = Y.decodeUpdate(updateOfTexts(texts));
  let looks = 0;
  const structs = decoded.structs.map(
    (struct) => new Proxy(struct, { get: (target, key) => (key === "origin" && looks++, Reflect.get(target, key)) }),
  );
  expect(isCircular({ ...decoded, structs }, nothingKnown)).toBe(false);
  expect(looks).toBeLessThan(4 * structs.length);
});
