import type { Fault } from "@/tests/chaos/fault";

/** Longer than any answer takes that was on its way when Postgres died. */
const answersMs = 500;

function postgresKilled(ms: number): Fault {
  return {
    name: `kill -9 of Postgres for ${ms / 1_000} s`,
    act: async ({ hosts, stayed, left, duringOutage, typeFor, abandon, complain }, { postgres }) => {
      const saved = () => stayed.ledger.counts().saved + left.ledger.counts().saved;
      await duringOutage(async () => {
        await postgres.kill();
        await typeFor(answersMs);
        const savedBefore = saved();
        await typeFor(ms - answersMs);
        if (saved() > savedBefore) complain(`${saved() - savedBefore} edits were called Saved while there was no Postgres`);
        await postgres.start();
      });
      await typeFor(3_000);
      // Then both, and half of the people with them: what was written meanwhile nobody has, and nobody was told otherwise.
      await duringOutage(async () => {
        await postgres.kill();
        await typeFor(answersMs);
        abandon();
        await Promise.all(hosts.map((host) => host.process().kill()));
        await postgres.start();
        await Promise.all(hosts.map((host) => host.start()));
      });
      await typeFor(1_000);
    },
  };
}

export const postgresKilledBriefly = postgresKilled(2_500);
export const postgresKilledForLong = postgresKilled(20_000);
