import { createHmac } from "node:crypto";
import type { Bus } from "@/lib/bus/bus";
import { openPostgresBus } from "@/lib/bus/postgres";
import { openRedisBus } from "@/lib/bus/redis";
import type { Env } from "@/lib/env";
import type { Log } from "@/lib/log";

type BusEnv = Pick<Env, "REDIS_URL" | "DIRECT_URL" | "DATABASE_URL" | "AUTH_SECRET" | "PUBLIC_URL">;

export interface BusOptions {
  readonly env: BusEnv;
  readonly log: Log;
}

/** The bus that the environment asks for: Redis where there is one, else Postgres. Opening it never fails. */
export function openBus({ env, log }: BusOptions): Promise<Bus> {
  if (env.REDIS_URL !== undefined) return openRedisBus({ url: env.REDIS_URL, installation: nameOf(env), log });
  // LISTEN belongs to a connection: a pooling proxy would hand that to somebody else.
  return openPostgresBus({ url: env.DIRECT_URL ?? env.DATABASE_URL, log });
}

/**
 * A name that the processes of one installation have in common, by what they must share anyway, and that says nothing of
 * the secret. It is not in the database: a copy of that would have it too.
 */
function nameOf({ AUTH_SECRET, PUBLIC_URL }: BusEnv): string {
  const address = PUBLIC_URL === undefined ? "" : new URL(PUBLIC_URL).origin;
  return createHmac("sha256", `bus:${AUTH_SECRET}`).update(address).digest("base64url");
}
