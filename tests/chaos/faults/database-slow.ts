import type { Fault } from "@/tests/chaos/fault";

export const databaseSlow: Fault = {
  name: "Postgres slow (2 s a statement)",
  act: async ({ hosts, typeFor, abandon, duringOutage }) => {
    await duringOutage(async () => {
      for (const { database } of hosts) database.set({ state: "slow", ms: 2_000 });
      await typeFor(8_000);
      abandon();
      for (const { database } of hosts) database.set({ state: "open" });
    });
    await typeFor(2_000);
  },
};
