import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { closeCodes } from "@/lib/collab/protocol/close-codes";
import { encodeUpdate, frameTypes } from "@/lib/collab/protocol/frames";
import { openRig } from "@/tests/unit/collab/server/rig";
import { copyOf, updateBy } from "@/tests/unit/collab/server/written-docs";

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Ana types into a document that can't take it in, while Ben looks on. */
function typeIntoBroken() {
  const rig = openRig("text");
  const [ana, ben] = [rig.join("ana"), rig.join("ben")];
  const before = Y.encodeStateAsUpdate(rig.doc);
  const typed = updateBy(copyOf(rig.doc), (text) => text.insert(4, "!"));
  rig.doc.on("beforeTransaction", () => {
    throw new Error("no memory");
  });
  const had = { frames: ben.frames.length, told: rig.told.length };
  ana.session.receive(encodeUpdate(typed));
  const shown = ben.frames.slice(had.frames).find((frame) => frame[0] === frameTypes.sync);
  return { ...rig, ana, ben, before, shown, toldSince: rig.told.slice(had.told) };
}

test("[I15] a document that breaks at what somebody types stores nothing of it and is given up, and its author is sent away", () => {
  const { room, ana, ben, broken, quarantined, toldSince } = typeIntoBroken();
  expect(ana.closes).toEqual([closeCodes.badUpdate]);
  expect(ben.closes).toEqual([]);
  expect(quarantined).toEqual(["broke the document"]);
  expect(broken).toEqual([room]);
  expect(room.enqueued()).toBe(0);
  expect(toldSince).toEqual([]);
});

test("[I4] what others were shown as a document broke they bring to the one loaded anew", () => {
  const { before, shown } = typeIntoBroken();
  const anew = openRig(before);
  const ben = anew.join("ben");
  ben.session.receive(shown ?? new Uint8Array());
  expect(ben.closes).toEqual([]);
  expect(anew.doc.getText("markdown").toJSON()).toBe("text!");
  expect(anew.room.enqueued()).toBe(1);
});

/** What `count` people wrote at the same place at once, each into a copy of their own. */
function manyAtOnePlace(count: number, { firstClient, copy }: { readonly firstClient: number; readonly copy: () => Y.Doc }): Uint8Array {
  return Y.mergeUpdates(
    Array.from({ length: count }, (_, index) => {
      const doc = copy();
      doc.clientID = firstClient + index;
      return updateBy(doc, (text) => text.insert(0, "x"));
    }),
  );
}

test("[I15] two updates whose pieces each look for their place among all of the other's are ended before they keep everybody waiting", () => {
  // Also where this machine has other things to do.
  vi.spyOn(process, "cpuUsage").mockImplementation((before) => ({ user: before === undefined ? 0 : 500_000, system: 0 }));
  const { room, doc, join, broken, quarantined } = openRig("text", { maxWriteMs: 500 });
  const mallory = join("mallory");
  mallory.session.receive(encodeUpdate(manyAtOnePlace(4_000, { firstClient: 1, copy: () => copyOf(doc) })));
  expect(mallory.closes).toEqual([]);
  mallory.session.receive(encodeUpdate(manyAtOnePlace(4_000, { firstClient: 10_000, copy: () => new Y.Doc() })));
  expect(mallory.closes).toEqual([closeCodes.badUpdate]);
  expect(quarantined).toEqual(["takes too long to work in"]);
  expect(broken).toEqual([room]);
  expect(room.enqueued()).toBe(1);
});
