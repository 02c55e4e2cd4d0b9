import { randomUUID } from "node:crypto";
import * as encoding from "lib0/encoding";
import type { Pool } from "pg";
import * as Y from "yjs";
import { deckIdSchema, userIdSchema, type UserId } from "@/lib/api/ids";
import { signCollabToken } from "@/lib/auth/collab-token";
import { sha256Of } from "@/lib/collab/server/pulled-doc";
import { insertFirstUpdate } from "@/lib/collab/server/update-log";
import { inTransaction } from "@/lib/workspace/database";
import { serverFlags } from "@/scripts/setup/server-flags.mjs";
import type { Wire } from "@/tests/bench/collab/client";
import { peersFolder, startServer, versionOf, type BenchServer } from "@/tests/bench/collab/servers";

/** Somebody who is measured: how it is started, how a document comes to be, how a client speaks. */
export interface Contestant {
  readonly name: string;
  readonly start: (options?: { readonly redisPort?: number }) => Promise<BenchServer>;
  /** Makes a document, with this state where it keeps any. Returns its name. */
  readonly makeDoc: (state?: Uint8Array) => Promise<string>;
  readonly wire: (port: number, doc: string) => Wire;
}

export interface ContestantOptions {
  readonly pool: Pool;
  readonly databaseUrl: string;
  readonly serverFile: string;
}

const secret = "a secret of the bench, known to nobody else";
const nothing = new Uint8Array();

/** Lectern itself; everybody is the deck's owner, in as many tabs. */
export async function lectern({ pool, databaseUrl, serverFile }: ContestantOptions): Promise<Contestant> {
  const userId = userIdSchema.parse(randomUUID());
  await pool.query("INSERT INTO person (id, name, email) VALUES ($1, 'Bench', $2)", [userId, `${userId}@bench.invalid`]);
  return {
    name: "Lectern",
    start: ({ redisPort } = {}) =>
      startServer(
        serverFile,
        {
          DATABASE_URL: databaseUrl,
          AUTH_SECRET: secret,
          LOG_LEVEL: "error",
          REDIS_URL: redisPort === undefined ? "" : `redis://127.0.0.1:${redisPort}`,
        },
        serverFlags,
      ),
    makeDoc: (state) => makeDeck(pool, userId, state),
    wire: (port, doc) => {
      const claims = { deckId: deckIdSchema.parse(doc), userId, name: "Bench", role: "edit", generation: 1 } as const;
      const token = signCollabToken(claims, { secret, nowMs: Date.now() });
      return { url: `ws://127.0.0.1:${port}/collab/${doc}`, protocols: ["collab.v1", `auth.${token}`], prefix: nothing };
    },
  };
}

async function makeDeck(pool: Pool, userId: UserId, state: Uint8Array | undefined): Promise<string> {
  return inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<{ id: string }>("INSERT INTO deck (owner_user_id) VALUES ($1) RETURNING id", [userId]);
    const docId = deckIdSchema.parse(rows[0]?.id);
    await insertFirstUpdate(tx, { docId, markdown: "", userId, kind: "edit" });
    if (state === undefined) return docId;
    const doc = new Y.Doc();
    Y.applyUpdate(doc, state);
    const hash = sha256Of(doc.getText("markdown").toString());
    doc.destroy();
    await tx.query("INSERT INTO collab_snapshot (doc_id, seq, generation, state, text_sha256) VALUES ($1, 1, 1, $2, $3)", [
      docId,
      Buffer.from(state),
      hash,
    ]);
    await tx.query("UPDATE collab_doc SET snap_seq = 1, log_rows = 0 WHERE doc_id = $1", [docId]);
    return docId;
  });
}

export function hocuspocus({ pool, databaseUrl }: ContestantOptions): Contestant {
  return {
    name: `hocuspocus ${versionOf("@hocuspocus/server")} + Postgres`,
    start: ({ redisPort } = {}) =>
      startServer(`${peersFolder}/hocuspocus.mjs`, { DATABASE_URL: databaseUrl, ...(redisPort === undefined ? {} : { REDIS_PORT: `${redisPort}` }) }),
    makeDoc: async (state) => {
      const name = randomUUID();
      if (state !== undefined) await pool.query("INSERT INTO bench_hocuspocus VALUES ($1, $2)", [name, Buffer.from(state)]);
      return name;
    },
    wire: (port, doc) => {
      const prefix = encoding.encode((encoder) => encoding.writeVarString(encoder, doc));
      const greeting = encoding.encode((encoder) => {
        encoding.writeVarString(encoder, doc);
        for (const number of [2, 0]) encoding.writeVarUint(encoder, number);
        encoding.writeVarString(encoder, "nobody asks for it");
      });
      return { url: `ws://127.0.0.1:${port}`, protocols: [], greeting, prefix };
    },
  };
}

/** In memory alone. */
export function websocketServer(): Contestant {
  return {
    name: `@y/websocket-server ${versionOf("@y/websocket-server")}`,
    start: () => startServer(`${peersFolder}/websocket-server.mjs`, {}),
    makeDoc: async () => randomUUID(),
    wire: (port, doc) => ({ url: `ws://127.0.0.1:${port}/${doc}`, protocols: [], prefix: nothing }),
  };
}

/** No server of documents at all: the floor of handing bytes on. */
export function relay(): Contestant {
  return {
    name: `ws ${versionOf("ws")} relay`,
    start: () => startServer(`${peersFolder}/relay.mjs`, {}),
    makeDoc: async () => randomUUID(),
    wire: (port, doc) => ({ url: `ws://127.0.0.1:${port}/${doc}`, protocols: [], prefix: nothing, isMute: true }),
  };
}
