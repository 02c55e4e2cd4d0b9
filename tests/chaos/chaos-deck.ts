import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { deckIdSchema, userIdSchema, type DeckId, type UserId } from "@/lib/api/ids";
import type { ConnectToken } from "@/lib/collab/client/connect-token";
import { insertFirstUpdate } from "@/lib/collab/server/update-log";
import { inTransaction } from "@/lib/workspace/database";
import { createLedger, type Ledger } from "@/tests/chaos/ledger";
import { askForToken } from "@/tests/chaos/token";
import { createTypist, type Typist } from "@/tests/chaos/typist";
import { createRandom } from "@/tests/support/random";
import { openTcpProxy } from "@/tests/support/tcp-proxy";

/** A deck, and those who write in it. */
export interface ChaosDeck {
  readonly id: DeckId;
  readonly ledger: Ledger;
  readonly typists: readonly Typist[];
  /** Somebody new, by an address of a server. */
  readonly join: (options: { readonly name: string; readonly port: number }) => Promise<Typist>;
  /** A token for its owner, who writes nothing. */
  readonly tokenAt: (port: number) => Promise<Omit<ConnectToken, "url">>;
  readonly close: () => Promise<void>;
}

export interface ChaosDeckOptions {
  readonly pool: Pool;
  readonly name: string;
  readonly seed: number;
}

export async function makeDeck({ pool, name, seed }: ChaosDeckOptions): Promise<ChaosDeck> {
  const owner = await makePerson(pool);
  const id = await inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<{ id: string }>("INSERT INTO deck (owner_user_id) VALUES ($1) RETURNING id", [owner]);
    const made = deckIdSchema.parse(rows[0]?.id);
    await insertFirstUpdate(tx, { docId: made, markdown: "# Chaos\n\n", userId: owner, kind: "edit" });
    return made;
  });
  const ledger = createLedger();
  const typists: Typist[] = [];
  return {
    id,
    ledger,
    typists,
    join: async ({ name: person, port }) => {
      const userId = await makePerson(pool);
      await pool.query(`INSERT INTO deck_grant (deck_id, user_id, "right") VALUES ($1, $2, 'edit')`, [id, userId]);
      const typist = createTypist({
        name: `${name}${person}`,
        deckId: id,
        userId,
        ledger,
        way: await openTcpProxy({ host: "127.0.0.1", port }),
        random: createRandom(seed * 1_000 + typists.length),
      });
      typists.push(typist);
      return typist;
    },
    tokenAt: (port) => askForToken(id, { userId: owner, port }),
    close: async () => {
      for (const typist of typists) typist.leave();
      await Promise.all(typists.map(({ way }) => way.close()));
    },
  };
}

async function makePerson(pool: Pool): Promise<UserId> {
  const id = userIdSchema.parse(randomUUID());
  await pool.query("INSERT INTO person (id, name, email) VALUES ($1, 'Somebody', $2)", [id, `${id}@example.test`]);
  return id;
}
