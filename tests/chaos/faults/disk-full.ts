import type { Fault } from "@/tests/chaos/fault";

/** Reading goes on; every statement that writes is refused by Postgres itself. */
function refusing({ name, code, message }: { readonly name: string; readonly code: string; readonly message: string }): Fault {
  return {
    name,
    act: async ({ hosts, stayed, typeFor, duringOutage, abandon, complain }) => {
      await duringOutage(async () => {
        for (const { database } of hosts) database.set({ state: "refusing", code, message });
        await typeFor(500);
        const { saved } = stayed.ledger.counts();
        await typeFor(5_500);
        abandon();
        if (stayed.ledger.counts().saved > saved) complain("edits were called Saved that Postgres had refused");
        for (const { database } of hosts) database.set({ state: "open" });
      });
      await typeFor(2_000);
    },
  };
}

export const diskFull = refusing({ name: "disk full (53100)", code: "53100", message: 'could not extend file "base/1": No space left on device' });
export const readOnly = refusing({
  name: "read-only database (25006)",
  code: "25006",
  message: "cannot execute INSERT in a read-only transaction",
});
