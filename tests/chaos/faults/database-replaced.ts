import type { Fault } from "@/tests/chaos/fault";
import { leaveAndReturn } from "@/tests/chaos/leave-and-return";
import { until } from "@/tests/support/until";

const patienceMs = 40_000;

/** After a failover whatever the processes wait for never comes; on new connections everything is as before. */
export const databaseReplaced: Fault = {
  name: "another Postgres takes over without a word",
  act: async (scene) => {
    const { hosts, stayed, typeFor, abandon, duringOutage } = scene;
    // All is stored, and what follows from it is yet to come: that is what is asked for in vain.
    for (const { stopTyping } of stayed.typists) stopTyping();
    await until("all is stored", () => stayed.typists.every(({ isSaved }) => isSaved()), patienceMs);
    for (const { database, bus } of hosts) for (const way of [database, bus]) way.replaceServer();
    // Until each process has found out by itself.
    await duringOutage(() => leaveAndReturn(scene, patienceMs));
    for (const { startTyping } of stayed.typists) startTyping();
    await typeFor(3_000);
    abandon();
    await typeFor(1_000);
  },
};
