import { createAuth, type Auth } from "@/lib/auth/auth";
import { consumeRateLimit } from "@/lib/http/rate-limit";
import type { Runtime } from "@/lib/runtime";
import { takeOverGuest } from "@/lib/workspace/people/take-over-guest";

const made = new WeakMap<Runtime, Auth>();

/** The accounts of this process. It holds nothing but options, so each module graph may have its own. */
export function authOf(runtime: Runtime): Auth {
  const known = made.get(runtime);
  if (known) return known;
  const { env, pool, prisma, log } = runtime;
  const auth = createAuth({
    prisma,
    secret: env.AUTH_SECRET,
    baseUrl: env.PUBLIC_URL ?? `http://localhost:${env.PORT}`,
    log,
    consumeRateLimit: (key, rule) => consumeRateLimit(pool, key, { rule, nowMs: Date.now() }),
    takeOverGuest: (guestId, userId) => takeOverGuest({ pool }, { guestId, userId }),
  });
  made.set(runtime, auth);
  return auth;
}
