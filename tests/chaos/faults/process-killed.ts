import type { Fault } from "@/tests/chaos/fault";
import type { Scene } from "@/tests/chaos/scene";

/** All tabs of one deck close in the same moment: only the database can have what was called saved. */
export const processKilled = {
  name: "kill -9 of a process",
  act: async ({ hosts, abandon, typeFor }: Scene) => {
    const [first, second] = hosts;
    await first?.process().kill();
    await typeFor(1_500);
    await first?.start();
    await typeFor(1_500);
    const killed = second?.process().kill();
    abandon();
    await killed;
    await typeFor(1_000);
    await second?.start();
    await typeFor(1_000);
  },
} satisfies Fault;
