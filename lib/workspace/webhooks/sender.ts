import { longStatementMs, timedQuery } from "@/lib/db/timed-query";
import { runInBackground, type Log } from "@/lib/log";
import type { Database } from "@/lib/workspace/database";
import { waitAtMost } from "@/lib/patience";
import { post, type PostOptions, type PostResult } from "@/lib/workspace/webhooks/post";
import { signedHeaders } from "@/lib/workspace/webhooks/sign";

export interface SenderOptions extends Pick<Database, "pool"> {
  readonly allowPrivate: boolean;
  /** In place of a network, for tests. */
  readonly send?: (url: string, options: PostOptions) => Promise<PostResult>;
}

const everyMs = 2_000;
const timeoutMs = 10_000;
/** So many are asked at once: who doesn't answer keeps few others waiting. */
const maxAtOnce = 16;
/** Longer than an attempt: a process that ends in the middle of one leaves it to the others. */
const leaseS = 60;
/** Seconds until the next attempt, as Standard Webhooks proposes: the last comes a day and a half after the first. */
const waits = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400];
/** A webhook that has failed for so long is disabled. */
const patience = "5 days";
/** Delivered or given up, they are kept this long for the log. */
const keep = "30 days";

/** Sends what is due, every other second. Returns the stop. */
export function startWebhookSender({ log, ...options }: SenderOptions & { readonly log: Log }): () => void {
  let isSending = false;
  const timer = setInterval(() => {
    if (isSending) return;
    isSending = true;
    const round = sendDue(options).finally(() => {
      isSending = false;
    });
    runInBackground(round, log, "webhooks could not be sent");
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

/**
 * Sends until nothing is due, to each webhook one thing after the other; several processes may be at it, and each takes
 * others. Returns how many.
 */
export async function sendDue(options: SenderOptions): Promise<number> {
  const underWay = new Map<string, Promise<void>>();
  const failures: unknown[] = [];
  for (let count = 0; ;) {
    const busy = [...underWay.keys()];
    const taken = busy.length < maxAtOnce ? await takeOne(options, busy) : undefined;
    if (taken) {
      count += 1;
      const { webhook_id: webhookId } = taken;
      const done = attempt(taken, options).catch((error: unknown) => void failures.push(error));
      underWay.set(
        webhookId,
        done.finally(() => underWay.delete(webhookId)),
      );
    } else if (underWay.size > 0) {
      await waitAtMost(everyMs, Promise.race(underWay.values()));
    } else if (busy.length === 0) {
      // Where somebody was busy as it was looked, and is not any more, more may be due to them.
      if (failures.length > 0) throw failures[0];
      return count;
    }
  }
}

interface Taken {
  readonly id: string;
  readonly webhook_id: string;
  readonly body: string;
  /** With this one. */
  readonly attempts: number;
  readonly url: string;
  readonly secret: string;
}

async function takeOne({ pool }: SenderOptions, busy: readonly string[]): Promise<Taken | undefined> {
  const { rows } = await pool.query<Taken>(
    `UPDATE webhook_delivery v SET due_at = now() + make_interval(secs => ${leaseS}), attempts = v.attempts + 1 FROM webhook w
      WHERE w.id = v.webhook_id AND v.id = (
        SELECT due.id FROM webhook_delivery due JOIN webhook h ON h.id = due.webhook_id
         WHERE due.due_at <= now() AND h.disabled_at IS NULL AND due.webhook_id <> ALL($1::uuid[]) ORDER BY due.due_at LIMIT 1 FOR UPDATE OF due SKIP LOCKED)
     RETURNING v.id, v.webhook_id, v.body, v.attempts, w.url, w.secret`,
    [busy],
  );
  return rows[0];
}

async function attempt(
  { id, webhook_id: webhookId, body, attempts, url, secret }: Taken,
  { pool, allowPrivate, send = post }: SenderOptions,
): Promise<void> {
  const headers = signedHeaders(body, { id, secret, nowMs: Date.now() });
  const { isDelivered, answer } = await send(url, { body, headers, allowPrivate, timeoutMs });
  if (isDelivered) {
    await pool.query("UPDATE webhook_delivery SET due_at = NULL, delivered_at = now(), answer = $2 WHERE id = $1", [id, answer]);
    await pool.query("UPDATE webhook SET failing_since = NULL WHERE id = $1 AND failing_since IS NOT NULL", [webhookId]);
    return;
  }
  const wait = waits[attempts - 1];
  await pool.query("UPDATE webhook_delivery SET due_at = now() + make_interval(secs => $3), answer = $2 WHERE id = $1", [id, answer, wait ?? null]);
  await pool.query(
    `UPDATE webhook SET failing_since = coalesce(failing_since, now()),
            disabled_at = CASE WHEN failing_since < now() - interval '${patience}' THEN now() END
      WHERE id = $1 AND disabled_at IS NULL`,
    [webhookId],
  );
}

/** Takes old deliveries out of the log. */
export async function purgeDeliveries({ pool }: Pick<Database, "pool">): Promise<void> {
  await pool.query(timedQuery(longStatementMs, `DELETE FROM webhook_delivery WHERE due_at IS NULL AND created_at < now() - interval '${keep}'`));
}
