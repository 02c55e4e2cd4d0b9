import { verifyCollabToken } from "@/lib/auth/collab-token";
import { openBus } from "@/lib/bus/open-bus";
import { createCollab } from "@/lib/collab/server/collab";
import type { Tuning } from "@/lib/collab/server/tuning";
import { openPool } from "@/lib/db/pool";
import { readEnv } from "@/lib/env";
import { createLog } from "@/lib/log";
import { deriveDeck } from "@/lib/workspace/decks/derive";
import { currentRole } from "@/lib/workspace/decks/role";

/**
 * The collaboration of one process as server.ts puts it together, by this process's environment: rooms, log, bus, rights
 * and what follows from settled text. Pages are left out: they need a build, and no edit goes through them.
 */
export async function openCollabProcess({ name, tuning }: { readonly name: string; readonly tuning: Partial<Tuning> }) {
  const env = readEnv(process.env);
  const log = createLog(env.LOG_LEVEL);
  const pool = openPool({ url: env.DATABASE_URL, log, applicationName: name });
  const bus = await openBus({ env, log });
  const collab = createCollab({
    pool,
    bus,
    log,
    verifyToken: (token) => verifyCollabToken(token, { secret: env.AUTH_SECRET, nowMs: Date.now() }),
    currentRole: (deckId, userId) => currentRole({ pool }, deckId, userId),
    onSettled: async (deckId, settled) => void (await deriveDeck({ pool }, deckId, settled)),
    onDamaged: async (deckId) => log.error({ deckId }, "a deck is damaged"),
    isAllowedOrigin: () => true,
    nodeName: name,
    tuning,
  });
  return { env, log, pool, bus, collab };
}
