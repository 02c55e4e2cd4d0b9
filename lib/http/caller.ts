import { tokenPrefix } from "@/lib/api/tokens";
import type { SessionLookup } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { findSession } from "@/lib/http/find-session";
import { consumeRateLimit, enforceRateLimit, rateLimited } from "@/lib/http/rate-limit";
import type { Runtime } from "@/lib/runtime";
import { findTokenSession } from "@/lib/workspace/tokens/find";

/** Calls with one token, wherever they come from. */
const tokenRate = { max: 6_000, windowS: 600 };

/**
 * Who asks: by a token (`Authorization: Bearer lct_…`), else by the session's cookie; nobody is a stranger. Throws 401
 * for a token that doesn't count, and 429 for one that is used too often.
 */
export async function findCaller(runtime: Runtime, headers: Headers): Promise<SessionLookup> {
  const token = /^bearer\s+(\S+)$/i.exec(headers.get("authorization") ?? "")?.[1];
  if (token?.startsWith(tokenPrefix) !== true) return findSession(runtime, headers);
  const session = await findTokenSession(runtime, token);
  if (!session) {
    await enforceRateLimit(runtime.pool, "badToken", { headers, nowMs: Date.now() });
    throw new AppError("sign-in-needed", "This token does not count: it was revoked, has ended, or was never made. Make a new one in your account.");
  }
  const { allowed, retryAfterS } = await consumeRateLimit(runtime.pool, `token:${session.token.id}`, { rule: tokenRate, nowMs: Date.now() });
  if (!allowed) throw rateLimited(retryAfterS);
  return { session, setCookies: [] };
}
