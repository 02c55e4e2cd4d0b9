import type { Fault } from "@/tests/chaos/fault";

/** Laptops are closed for a minute: their connections end without a word, and what is typed meanwhile waits. */
export const peopleAsleep: Fault = {
  name: "people asleep for a minute",
  act: async ({ stayed, left, typeFor, duringOutage }) => {
    const sleepers = [...stayed.typists.slice(0, 5), ...left.typists.slice(0, 5)];
    await duringOutage(async () => {
      for (const { way } of sleepers) way.stall();
      await typeFor(5_000);
      for (const { stopTyping } of sleepers) stopTyping();
      await typeFor(55_000);
      for (const { way } of sleepers) way.open();
    });
    for (const { startTyping } of sleepers) startTyping();
    await typeFor(1_000);
  },
};
