import type { DeckFilter, DeckList, DeckSort } from "@/lib/api/decks";
import type { FolderId, TeamId, UserId } from "@/lib/api/ids";
import { queryPrepared, type PreparedQuery } from "@/lib/db/prepared";
import type { Database } from "@/lib/workspace/database";
import { deckInfoColumnsSql, deckInfoJoinsSql, toDeckInfo, type DeckInfoRow } from "@/lib/workspace/decks/deck-info";
import { readListCursor, writeListCursor } from "@/lib/workspace/decks/list-cursor";
import { orderOf, sourcesOf } from "@/lib/workspace/decks/list-sources";
import { heldSql, roleOfHeld } from "@/lib/workspace/decks/role";

export interface ListDecksOptions {
  readonly show: DeckFilter;
  readonly sort: DeckSort;
  readonly folder?: FolderId | undefined;
  readonly tag?: string | undefined;
  /** Of all of these decks, those of this team. */
  readonly within?: TeamId | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/**
 * The decks somebody holds a right on, a page at a time. Each way to hold one gives its own first rows by an index; of
 * those the page is made. So it costs what a page costs, however many decks there are.
 */
export async function listDecks({ pool }: Pick<Database, "pool">, userId: UserId, options: ListDecksOptions): Promise<DeckList> {
  const { limit } = options;
  const { rows } = await queryPrepared<DeckInfoRow & { readonly held: readonly string[]; readonly key: string }>(
    pool,
    listDecksQuery(userId, options),
  );
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    decks: page.flatMap((row) => {
      const role = roleOfHeld(row.held);
      return role === undefined ? [] : [toDeckInfo(row, { role, userId })];
    }),
    nextCursor: last ? writeListCursor({ key: last.key, id: last.id }) : null,
  };
}

/** The statement of a page, with one row more than it holds where another follows. */
export function listDecksQuery(userId: UserId, { show, sort, folder, tag, within, limit, cursor }: ListDecksOptions): PreparedQuery {
  const values: unknown[] = [userId];
  const put = (value: unknown) => `$${values.push(value)}`;
  const order = orderOf(show, sort);
  const after = cursor === undefined ? undefined : readListCursor(cursor, order.type);
  const [beyond, direction] = order.isDescending ? ["<", "DESC"] : [">", "ASC"];
  const conditions = [
    show === "trash" ? "d.trashed_at IS NOT NULL" : "d.trashed_at IS NULL",
    ...(after === undefined ? [] : [`(${order.column}, d.id) ${beyond} (${put(after.key)}::${order.type}, ${put(after.id)}::uuid)`]),
    ...(folder === undefined ? [] : [`d.folder_id = ${put(folder)}::uuid`]),
    ...(tag === undefined ? [] : [`d.tags @> ARRAY[${put(tag)}::text]`]),
    ...(within === undefined ? [] : [`d.owner_team_id = ${put(within)}::uuid`]),
    ...(show === "templates" ? ["d.is_template"] : []),
  ].join(" AND ");
  const top = put(limit + 1);
  const firstOf = (from: string) =>
    `(SELECT d.*, ${order.column} AS key FROM ${from} AND ${conditions} ORDER BY ${order.column} ${direction}, d.id ${direction} LIMIT ${top})`;
  const sources = sourcesOf(show, put).map((source) => source(firstOf));
  const text = `
    WITH page AS (
      SELECT DISTINCT ON (found.key, found.id) found.* FROM (${sources.join(" UNION ALL ")}) found
       ORDER BY found.key ${direction}, found.id ${direction} LIMIT ${top})
    SELECT ${deckInfoColumnsSql}, d.key::text AS key,
           ARRAY(SELECT h.via || ':' || h.word FROM (${heldSql}) h WHERE h.deck_id = d.id) AS held
      FROM page d ${deckInfoJoinsSql}
     ORDER BY d.key ${direction}, d.id ${direction}`;
  return { text, values };
}
