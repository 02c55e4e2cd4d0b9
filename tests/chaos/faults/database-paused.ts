import type { Fault } from "@/tests/chaos/fault";

/** Nothing gets through, and nobody says so: every connection must find out by itself. */
export const databasePaused: Fault = {
  name: "Postgres silent (12 s)",
  act: async ({ hosts, typeFor, duringOutage }) => {
    const [first] = hosts;
    const setAll = (state: "stalled" | "open") => {
      for (const { database, bus } of hosts) for (const way of [database, bus]) way.set({ state });
    };
    await duringOutage(async () => {
      setAll("stalled");
      await typeFor(12_000);
      setAll("open");
    });
    await typeFor(2_000);
    // Who ends in it ends in order all the same.
    await duringOutage(async () => {
      setAll("stalled");
      await typeFor(1_000);
      await first?.process().stop();
      setAll("open");
      await first?.start();
    });
    await typeFor(1_000);
  },
};
