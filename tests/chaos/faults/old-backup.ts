import type { Fault } from "@/tests/chaos/fault";

const tables = ["collab_doc", "collab_update", "collab_snapshot"] as const;

/** The database goes back to what it was some time ago; whoever has the deck open still has the rest, and brings it again. */
export const oldBackup: Fault = {
  name: "an older backup put back",
  act: async ({ hosts, pool, typeFor, duringOutage }) => {
    await pool.query(
      ["BEGIN ISOLATION LEVEL REPEATABLE READ", ...tables.map((name) => `CREATE TABLE old_${name} AS TABLE ${name}`), "COMMIT"].join(";"),
    );
    await typeFor(5_000);
    await duringOutage(async () => {
      for (const { database } of hosts) database.set({ state: "cut" });
      await typeFor(500);
      await pool.query(
        [
          "BEGIN",
          `TRUNCATE ${tables.join(", ")} CASCADE`,
          ...tables.map((name) => `INSERT INTO ${name} SELECT * FROM old_${name}`),
          ...tables.map((name) => `DROP TABLE old_${name}`),
          "COMMIT",
        ].join(";"),
      );
      for (const { database } of hosts) database.set({ state: "open" });
    });
    await typeFor(3_000);
  },
};
