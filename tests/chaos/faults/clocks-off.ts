import { setClocksOff } from "@/tests/chaos/clock";
import type { Fault } from "@/tests/chaos/fault";

const dayMs = 24 * 60 * 60 * 1_000;

/** Clocks of people jump ahead and back while they write, and again while they are away. */
export const clocksOff: Fault = {
  name: "people's clocks off by a day",
  act: async ({ stayed, left, typeFor, duringOutage }) => {
    const all = [...stayed.typists, ...left.typists];
    try {
      for (const offMs of [dayMs, -dayMs]) {
        setClocksOff(offMs);
        await typeFor(2_000);
        await duringOutage(async () => {
          for (const { way } of all.slice(0, 6)) way.cut();
          await typeFor(500);
          for (const { way } of all.slice(0, 6)) way.open();
        });
        await typeFor(1_500);
      }
    } finally {
      setClocksOff(0);
    }
    await typeFor(1_000);
  },
};
