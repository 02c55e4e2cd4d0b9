import type { Fault } from "@/tests/chaos/fault";

/** The row is committed, and nobody hears of it: what was sent is sent again, and must not be there twice. */
export const commitAnswerLost: Fault = {
  name: "commit with a lost answer",
  act: async ({ hosts, typeFor, abandon, duringOutage }) => {
    await duringOutage(async () => {
      for (const { database } of hosts) database.set({ state: "losing answers", oneOf: 5 });
      await typeFor(6_000);
      abandon();
      await typeFor(2_000);
      for (const { database } of hosts) database.set({ state: "open" });
    });
    await typeFor(1_000);
  },
};
