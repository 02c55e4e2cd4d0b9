import { createAuth, type Auth } from "@/lib/auth/auth";
import { consumeRateLimit } from "@/lib/http/rate-limit";
import { runInBackground } from "@/lib/log";
import type { Runtime } from "@/lib/runtime";
import { takeOverGuest } from "@/lib/workspace/people/take-over-guest";

const made = new WeakMap<Runtime, Auth>();

/** The accounts of this process. It holds nothing but options, so each module graph may have its own. */
export function authOf(runtime: Runtime): Auth {
  const known = made.get(runtime);
  if (known) return known;
  const { env, pool, prisma, log, collab } = runtime;
  const auth = createAuth({
    prisma,
    secret: env.AUTH_SECRET,
    baseUrl: env.PUBLIC_URL ?? `http://localhost:${env.PORT}`,
    log,
    consumeRateLimit: (key, rule) => consumeRateLimit(pool, key, { rule, nowMs: Date.now() }),
    takeOverGuest: async (guestId, userId) => {
      const decks = await takeOverGuest({ pool }, { guestId, userId });
      // Pages that are open as the guest go on as who the guest is now; one after the other, and nobody waits for it.
      const recheck = async () => {
        for (const deckId of decks) await collab.recheckRoles(deckId);
      };
      runInBackground(recheck(), log, "the open decks of a guest who became somebody could not be looked at");
    },
  });
  made.set(runtime, auth);
  return auth;
}
