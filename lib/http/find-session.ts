import { knownSession } from "@/lib/auth/known-session";
import { lookUpSession, type SessionLookup } from "@/lib/auth/session";
import { authOf } from "@/lib/http/auth";
import type { Runtime } from "@/lib/runtime";

/** Whose session a request comes with; undefined for a stranger. */
export async function findSession(runtime: Runtime, headers: Headers): Promise<SessionLookup> {
  const session = await knownSession({ pool: runtime.pool, secret: runtime.env.AUTH_SECRET }, headers);
  return session ? { session, setCookies: [] } : lookUpSession(authOf(runtime), headers);
}
