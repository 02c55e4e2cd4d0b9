import type { Fault } from "@/tests/chaos/fault";

const rounds = 15;

export const databaseConnectionsCut: Fault = {
  name: "connections to Postgres cut",
  act: async ({ hosts, typeFor, random, abandon }) => {
    for (let round = 0; round < rounds; round++) {
      const host = hosts[Math.floor(random() * hosts.length)];
      if (round === rounds - 3) abandon();
      host?.database.set({ state: "cut" });
      host?.database.set({ state: "open" });
      await typeFor(100 + random() * 600);
    }
  },
};
