import type { Fault } from "@/tests/chaos/fault";

/** A new version comes: one process after the other is asked to end, and another takes its place. */
export const rollingRestart: Fault = {
  name: "rolling restart",
  maxBackMs: 5_000,
  act: async ({ hosts, balancer, typeFor, remark }) => {
    balancer.resetCounts();
    for (const host of hosts) {
      await host.process().stop();
      await host.start();
      await typeFor(1_000);
    }
    const { connections, peak } = balancer.counts();
    remark(`${connections} connections came, at most ${peak} within 0.1 s`);
  },
};
