import { createServer } from "node:http";
import { verifyCollabToken } from "@/lib/auth/collab-token";
import { openBus } from "@/lib/bus/open-bus";
import { createCollab } from "@/lib/collab/server/collab";
import { openPool } from "@/lib/db/pool";
import { readEnv } from "@/lib/env";
import { createLog } from "@/lib/log";
import { deriveDeck } from "@/lib/workspace/decks/derive";
import { currentRole } from "@/lib/workspace/decks/role";
import { tellPort } from "@/tests/bench/collab/peers/told.mjs";

// The collaboration of one process as server.ts puts it together, without pages: what is measured is a server of decks
// beside servers of documents, and pages would take memory that says nothing.

const env = readEnv(process.env);
const log = createLog(env.LOG_LEVEL);
const pool = openPool({ url: env.DATABASE_URL, log, applicationName: "lectern-bench" });
const bus = await openBus({ env, log });
const collab = createCollab({
  pool,
  bus,
  log,
  verifyToken: (token) => verifyCollabToken(token, { secret: env.AUTH_SECRET, nowMs: Date.now() }),
  currentRole: (deckId, userId) => currentRole({ pool }, deckId, userId),
  onSettled: async (deckId, settled) => void (await deriveDeck({ pool }, deckId, settled)),
  isAllowedOrigin: () => true,
  // As hocuspocus: what nobody has open goes after seconds, so that the bench need not wait for it.
  tuning: { idleMs: 2_000 },
});
const server = createServer();
server.on("upgrade", collab.upgrade);
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address !== null && typeof address === "object") tellPort(address.port);
});
