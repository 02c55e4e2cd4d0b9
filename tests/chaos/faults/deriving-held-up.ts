import type { Fault } from "@/tests/chaos/fault";
import { leaveAndReturn } from "@/tests/chaos/leave-and-return";
import { holdLock } from "@/tests/support/held-lock";

/** By then every process has a settled text that it can't write down. */
const settleMs = 6_000;
const patienceMs = 20_000;

/** Somebody who stands still holds what is derived from the decks. */
export const derivingHeldUp: Fault = {
  name: "what follows from a text held up",
  act: async (scene) => {
    const { pool, typeFor, abandon } = scene;
    const unlock = await holdLock(pool, "SELECT FROM deck_text FOR UPDATE");
    try {
      await typeFor(settleMs);
      await leaveAndReturn(scene, patienceMs);
      abandon();
      await typeFor(1_000);
    } finally {
      await unlock();
    }
    await typeFor(1_000);
  },
};
