import { z } from "zod";
import { AppError } from "@/lib/errors";
import type { DeckFilter, DeckList } from "@/lib/api/decks";
import type { UserId } from "@/lib/api/ids";
import type { Database } from "@/lib/workspace/database";
import { deckInfoColumnsSql, deckInfoJoinsSql, toDeckInfo, type DeckInfoRow } from "@/lib/workspace/decks/deck-info";
import { heldSql, roleOfHeld } from "@/lib/workspace/decks/role";

export interface ListDecksOptions {
  readonly show: DeckFilter;
  /** Part of a title, any case; empty for all. */
  readonly search: string;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** The decks somebody holds a right on, last edited first, a page at a time. */
export async function listDecks(
  { pool }: Pick<Database, "pool">,
  userId: UserId,
  { show, search, limit, cursor }: ListDecksOptions,
): Promise<DeckList> {
  const after = cursor === undefined ? undefined : readCursor(cursor);
  const { rows } = await pool.query<DeckInfoRow & { readonly held: readonly string[] }>(
    `WITH mine AS (SELECT deck_id, array_agg(via || ':' || word) AS held FROM (${heldSql}) held GROUP BY deck_id)
     SELECT ${deckInfoColumnsSql}, mine.held
       FROM mine JOIN deck d ON d.id = mine.deck_id ${deckInfoJoinsSql}
      WHERE ${filterSql[show]}
        AND ($2 = '' OR position(lower($2) IN lower(coalesce(d.name, t.title))) > 0)
        AND ($3::timestamptz IS NULL OR (d.last_edited_at, d.id) < ($3, $4::uuid))
      ORDER BY d.last_edited_at DESC, d.id DESC LIMIT $5`,
    [userId, search, after?.lastEditedAt ?? null, after?.id ?? null, limit + 1],
  );
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    decks: page.flatMap((row) => {
      const role = roleOfHeld(row.held);
      return role === undefined ? [] : [toDeckInfo(row, { role, userId })];
    }),
    nextCursor: last ? writeCursor({ lastEditedAt: last.last_edited_at.toISOString(), id: last.id }) : null,
  };
}

const filterSql: Readonly<Record<DeckFilter, string>> = {
  all: "d.trashed_at IS NULL",
  mine: "d.trashed_at IS NULL AND d.owner_user_id = $1",
  shared: "d.trashed_at IS NULL AND d.owner_user_id IS DISTINCT FROM $1",
  trash: "d.trashed_at IS NOT NULL AND (d.owner_user_id = $1 OR EXISTS (SELECT FROM unnest(mine.held) h WHERE h ~ '^team:.*(owner|admin)'))",
};

/** Where the last page ended: a deck edited meanwhile moves to the front and can't shift the pages behind it. */
const cursorSchema = z.object({ lastEditedAt: z.iso.datetime(), id: z.uuid() });
type Cursor = z.infer<typeof cursorSchema>;

function writeCursor(cursor: Cursor): string {
  return Buffer.from(`${cursor.lastEditedAt} ${cursor.id}`).toString("base64url");
}

function readCursor(text: string): Cursor {
  const [lastEditedAt, id] = Buffer.from(text, "base64url").toString("utf8").split(" ");
  const cursor = cursorSchema.safeParse({ lastEditedAt, id });
  if (cursor.success) return cursor.data;
  throw new AppError("unprocessable", "This page of the list does not exist. Start again from the first one.");
}
