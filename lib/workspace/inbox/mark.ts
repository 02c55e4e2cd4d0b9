import type { UserId } from "@/lib/api/ids";
import type { InboxItemId } from "@/lib/api/inbox";
import { AppError } from "@/lib/errors";
import type { Database } from "@/lib/workspace/database";

/** Somebody has looked at their inbox: the bell is quiet until something new comes. */
export async function markSeen({ pool }: Pick<Database, "pool">, userId: UserId): Promise<void> {
  await pool.query("UPDATE inbox_item SET seen_at = now() WHERE user_id = $1 AND seen_at IS NULL", [userId]);
}

/** Somebody is done with an item, or is not after all. Throws 404 where it is not theirs. */
export async function markHandled(
  { pool }: Pick<Database, "pool">,
  userId: UserId,
  { itemId, isHandled }: { readonly itemId: InboxItemId; readonly isHandled: boolean },
): Promise<void> {
  const { rowCount } = await pool.query(
    "UPDATE inbox_item SET handled_at = CASE WHEN $3 THEN coalesce(handled_at, now()) END, seen_at = coalesce(seen_at, now()) WHERE id = $1 AND user_id = $2",
    [itemId, userId, isHandled],
  );
  if (rowCount === 0) throw new AppError("not-found", "This is not in your inbox any more.");
}
