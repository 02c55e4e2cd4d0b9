import { z } from "zod";
import { inboxItemSchema, type Inbox, type InboxItem } from "@/lib/api/inbox";
import type { UserId } from "@/lib/api/ids";
import { personColor } from "@/lib/collab/protocol/person-color";
import { AppError } from "@/lib/errors";
import type { Database } from "@/lib/workspace/database";
import { isReachableSql } from "@/lib/workspace/inbox/reachable";

export interface ListInboxOptions {
  readonly show: "open" | "handled";
  readonly limit: number;
  readonly cursor?: string | undefined;
}

interface ItemRow {
  readonly id: string;
  readonly reason: string;
  readonly deck_id: string;
  readonly title: string;
  readonly thread_id: string;
  readonly slide: number | null;
  readonly quote: string | null;
  readonly author_id: string | null;
  readonly author_name: string | null;
  readonly body: string;
  readonly created_at: Date;
  readonly seen_at: Date | null;
  readonly handled_at: Date | null;
}

/** What was said to somebody, newest first, a page at a time; nothing of decks that they may no longer comment on. */
export async function listInbox({ pool }: Pick<Database, "pool">, userId: UserId, { show, limit, cursor }: ListInboxOptions): Promise<Inbox> {
  const after = cursor === undefined ? undefined : readCursor(cursor);
  const { rows } = await pool.query<ItemRow>(listSql, [userId, show === "handled", after?.createdAt ?? null, after?.id ?? null, limit + 1]);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map(toItem),
    unseen: await countUnseen({ pool }, userId),
    nextCursor: last ? Buffer.from(`${last.created_at.toISOString()} ${last.id}`).toString("base64url") : null,
  };
}

/** For the bell. */
export async function countUnseen({ pool }: Pick<Database, "pool">, userId: UserId): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM inbox_item i WHERE i.user_id = $1 AND i.seen_at IS NULL AND i.handled_at IS NULL AND ${isReachableSql}`,
    [userId],
  );
  return rows[0]?.count ?? 0;
}

function toItem(row: ItemRow): InboxItem {
  return inboxItemSchema.parse({
    id: row.id,
    reason: row.reason,
    deck: { id: row.deck_id, title: row.title },
    threadId: row.thread_id,
    slide: row.slide,
    quote: row.quote,
    author: row.author_id === null ? null : { name: row.author_name ?? "", color: personColor(row.author_id) },
    body: row.body,
    createdAt: row.created_at.toISOString(),
    isSeen: row.seen_at !== null,
    isHandled: row.handled_at !== null,
  });
}

const cursorSchema = z.object({ createdAt: z.iso.datetime(), id: z.uuid() });

function readCursor(text: string): z.infer<typeof cursorSchema> {
  const [createdAt, id] = Buffer.from(text, "base64url").toString("utf8").split(" ");
  const cursor = cursorSchema.safeParse({ createdAt, id });
  if (cursor.success) return cursor.data;
  throw new AppError("unprocessable", "This page of the inbox does not exist. Start again from the first one.");
}

const listSql = `
  SELECT i.id, i.reason, i.deck_id, coalesce(d.name, x.title) AS title, c.thread_id, s.position AS slide, t.quote, c.author_id,
         a.name AS author_name, c.body, i.created_at, i.seen_at, i.handled_at
    FROM inbox_item i JOIN comment c ON c.id = i.comment_id JOIN comment_thread t ON t.id = c.thread_id
    JOIN deck d ON d.id = i.deck_id JOIN deck_text x ON x.deck_id = d.id
    LEFT JOIN slide s ON s.id = t.slide_id LEFT JOIN person a ON a.id = c.author_id
   WHERE i.user_id = $1 AND (i.handled_at IS NOT NULL) = $2 AND ($3::timestamptz IS NULL OR (i.created_at, i.id) < ($3, $4::uuid)) AND ${isReachableSql}
   ORDER BY i.created_at DESC, i.id DESC LIMIT $5`;
