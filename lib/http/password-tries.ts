import { clientAddressOf } from "@/lib/auth/client-address";
import { consumeRateLimit, rateLimited, refundRateLimit } from "@/lib/http/rate-limit";
import type { Runtime } from "@/lib/runtime";

/** So many wrong passwords for one link from one address: a class that mistypes gets in, a list of words does not. */
const wrongPasswords = { max: 30, windowS: 600 } as const;

/**
 * Checks a link's password, and counts the try unless it was right. Counted before the check, so that tries at the same
 * time are as many as they are. Throws 429.
 */
export async function countPasswordTry(
  { pool }: Pick<Runtime, "pool">,
  linkId: string,
  { headers, check }: { readonly headers: Headers; readonly check: () => Promise<boolean> },
): Promise<boolean> {
  const key = `linkPassword:${linkId}:${clientAddressOf(headers)}`;
  const { allowed, retryAfterS } = await consumeRateLimit(pool, key, { rule: wrongPasswords, nowMs: Date.now() });
  if (!allowed) throw rateLimited(retryAfterS);
  const isRight = await check();
  if (isRight) await refundRateLimit(pool, key);
  return isRight;
}
