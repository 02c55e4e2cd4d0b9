import type { Bus } from "@/lib/bus/bus";
import { openPostgresBus } from "@/lib/bus/postgres";
import { openRedisBus } from "@/lib/bus/redis";
import type { Env } from "@/lib/env";
import type { Log } from "@/lib/log";

export interface BusOptions {
  readonly env: Pick<Env, "REDIS_URL" | "DIRECT_URL" | "DATABASE_URL">;
  readonly log: Log;
}

/** The bus that the environment asks for: Redis where there is one, else Postgres. Opening it never fails. */
export function openBus({ env, log }: BusOptions): Promise<Bus> {
  if (env.REDIS_URL !== undefined) return openRedisBus({ url: env.REDIS_URL, log });
  // LISTEN belongs to a connection: a pooling proxy would hand that to somebody else.
  return openPostgresBus({ url: env.DIRECT_URL ?? env.DATABASE_URL, log });
}
