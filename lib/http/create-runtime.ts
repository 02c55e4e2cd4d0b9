import { verifyCollabToken } from "@/lib/auth/collab-token";
import { createCollab } from "@/lib/collab/server/collab";
import { isAllowedOrigin } from "@/lib/http/origin";
import type { Runtime } from "@/lib/runtime";
import { deriveDeck } from "@/lib/workspace/decks/derive";
import { currentRole } from "@/lib/workspace/decks/role";

/** Puts the engines of one process together: each gets as functions what it needs of people's rights. */
export function createRuntime(ground: Omit<Runtime, "collab">): Runtime {
  const { env, log, pool, bus } = ground;
  const collab = createCollab({
    pool,
    bus,
    log,
    verifyToken: (token) => verifyCollabToken(token, { secret: env.AUTH_SECRET, nowMs: Date.now() }),
    currentRole: (deckId, userId) => currentRole({ pool }, deckId, userId),
    onSettled: async (deckId, settled) => void (await deriveDeck({ pool }, deckId, settled)),
    isAllowedOrigin: (origin, host) => isAllowedOrigin(origin, { env, host }),
  });
  return { ...ground, collab };
}
