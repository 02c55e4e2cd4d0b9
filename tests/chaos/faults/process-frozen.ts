import type { Fault } from "@/tests/chaos/fault";

/** A process stands still and wakes up with what it believed before; meanwhile the other one went on, and compacted. */
export const processFrozen: Fault = {
  name: "a process frozen for 8 s",
  act: async ({ hosts, typeFor, duringOutage, abandon }) => {
    const [first, second] = hosts;
    await duringOutage(async () => {
      first?.process().freeze();
      await typeFor(8_000);
      first?.process().thaw();
    });
    await typeFor(1_500);
    await duringOutage(async () => {
      second?.process().freeze();
      await typeFor(2_000);
      abandon();
      second?.process().thaw();
    });
    await typeFor(1_000);
  },
};
