import type { Pool } from "pg";
import { clientAddressOf } from "@/lib/auth/client-address";
import type { RateLimitRule } from "@/lib/auth/rate-limits";
import { AppError } from "@/lib/errors";

/**
 * Limits per client address, loose enough for a classroom of sixty behind one address, tight enough that a script
 * can't fill the disk.
 */
export const rateLimits = {
  createDeck: { max: 600, windowS: 600 },
  importDeck: { max: 300, windowS: 600 },
  addFile: { max: 300, windowS: 600 },
  join: { max: 300, windowS: 600 },
  createTeam: { max: 60, windowS: 600 },
  /** Each may be a letter to somebody who never asked for one. */
  invite: { max: 200, windowS: 3600 },
  export: { max: 240, windowS: 600 },
  comment: { max: 1200, windowS: 600 },
  createToken: { max: 60, windowS: 600 },
  badToken: { max: 100, windowS: 600 },
  putDiagram: { max: 1200, windowS: 600 },
} as const satisfies Readonly<Record<string, RateLimitRule>>;
export type RateLimitName = keyof typeof rateLimits;

/** Counters older than this are swept: longer than every window above and in `lib/auth/rate-limits.ts`. */
const sweepAfterMs = 24 * 3600 * 1000;
const sweepRows = 100;

/** Counts one call in a fixed window that begins with its first call. One statement decides, so no two calls share a count. */
export async function consumeRateLimit(
  pool: Pool,
  key: string,
  { rule, nowMs }: { readonly rule: RateLimitRule; readonly nowMs: number },
): Promise<{ readonly allowed: boolean; readonly retryAfterS: number }> {
  const windowMs = rule.windowS * 1000;
  const { rows } = await pool.query<{ count: number; began: string }>(
    `INSERT INTO rate_limit AS r (key, count, last_request) VALUES ($1, 1, $2)
     ON CONFLICT (key) DO UPDATE SET
       count = CASE WHEN r.last_request <= $3 THEN 1 ELSE least(r.count, 2000000000) + 1 END,
       last_request = CASE WHEN r.last_request <= $3 THEN $2 ELSE r.last_request END
     RETURNING count, last_request AS began`,
    [key, nowMs, nowMs - windowMs],
  );
  const { count, began } = rows[0] ?? { count: 1, began: String(nowMs) };
  if (count === 1) await sweep(pool, nowMs);
  return { allowed: count <= rule.max, retryAfterS: Math.max(1, Math.ceil((Number(began) + windowMs - nowMs) / 1000)) };
}

/** Takes one call out of the count again. */
export async function refundRateLimit(pool: Pool, key: string): Promise<void> {
  await pool.query("UPDATE rate_limit SET count = greatest(count - 1, 0) WHERE key = $1", [key]);
}

/** Throws 429 with a sentence where this address has done this too often. */
export async function enforceRateLimit(
  pool: Pool,
  name: RateLimitName,
  { headers, nowMs }: { readonly headers: Headers; readonly nowMs: number },
): Promise<void> {
  const { allowed, retryAfterS } = await consumeRateLimit(pool, `${name}:${clientAddressOf(headers)}`, { rule: rateLimits[name], nowMs });
  if (!allowed) throw rateLimited(retryAfterS);
}

export function rateLimited(retryAfterS: number): AppError {
  const wait = retryAfterS > 90 ? `${Math.ceil(retryAfterS / 60)} minutes` : `${retryAfterS} seconds`;
  return new AppError("rate-limited", `That was a lot at once from this network. Try again in ${wait}.`, { retryAfterS });
}

async function sweep(pool: Pool, nowMs: number): Promise<void> {
  await pool.query("DELETE FROM rate_limit WHERE key IN (SELECT key FROM rate_limit WHERE last_request < $1 LIMIT $2 FOR UPDATE SKIP LOCKED)", [
    nowMs - sweepAfterMs,
    sweepRows,
  ]);
}
