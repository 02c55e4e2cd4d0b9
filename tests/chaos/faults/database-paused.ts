import type { Fault } from "@/tests/chaos/fault";

/** Nothing gets through, and nobody says so: every connection must find out by itself. */
export const databasePaused: Fault = {
  name: "Postgres silent (12 s)",
  act: async ({ hosts, typeFor, duringOutage }) => {
    await duringOutage(async () => {
      for (const { database, bus } of hosts) for (const way of [database, bus]) way.set({ state: "stalled" });
      await typeFor(12_000);
      for (const { database, bus } of hosts) for (const way of [database, bus]) way.set({ state: "open" });
    });
    await typeFor(1_000);
  },
};
