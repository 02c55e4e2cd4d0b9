import { expect, test } from "vitest";
import { createHeldBack } from "@/lib/collab/server/held-back";
import { defaultTuning } from "@/lib/collab/server/tuning";
import { openRig } from "@/tests/unit/collab/server/rig";

const tuning = { ...defaultTuning, maxPendingBytes: 100, maxPendingBytesOfAll: 150 };

function writers() {
  const { join } = openRig("");
  return [join("ana"), join("ben")] as const;
}

test("[I14] a deck with too much unstored text holds its own writers back, and no others", () => {
  const [ana, ben] = writers();
  const held = createHeldBack(tuning);
  const [one, other] = [{}, {}];
  held.noteWritten(one, 100, ana.session);
  held.noteWritten(other, 10, ben.session);
  expect([ana.state.isPaused, ben.state.isPaused]).toEqual([true, false]);
  held.noteStored(one, 0);
  expect(ana.state.isPaused).toBe(false);
});

test("[I14] where all decks together have too much, whoever writes is held back until there is less", () => {
  const [ana, ben] = writers();
  const held = createHeldBack(tuning);
  const [one, other] = [{}, {}];
  held.noteWritten(one, 90, ana.session);
  held.noteWritten(other, 90, ben.session);
  expect([ana.state.isPaused, ben.state.isPaused]).toEqual([false, true]);
  held.noteStored(one, 0);
  expect(ben.state.isPaused).toBe(false);
});
