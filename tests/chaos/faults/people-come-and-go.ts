import type { Fault } from "@/tests/chaos/fault";

const rounds = 40;

/** Connections break off at random, of some for a moment, of others while they type on. */
export const peopleComeAndGo: Fault = {
  name: "people reconnect at random",
  act: async ({ stayed, left, typeFor, random, duringOutage }) => {
    const all = [...stayed.typists, ...left.typists];
    await duringOutage(async () => {
      for (let round = 0; round < rounds; round++) {
        const way = all[Math.floor(random() * all.length)]?.way;
        if (random() < 0.5) way?.cut();
        else way?.stall();
        const other = all[Math.floor(random() * all.length)]?.way;
        await typeFor(random() * 400);
        other?.open();
      }
      for (const { way } of all) way.open();
    });
    await typeFor(1_000);
  },
};
