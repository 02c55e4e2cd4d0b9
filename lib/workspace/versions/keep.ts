import type { DeckId, UserId, VersionId } from "@/lib/api/ids";
import type { VersionInfo } from "@/lib/api/versions";
import type { Collab } from "@/lib/collab/server/collab";
import { inTransaction, type Database } from "@/lib/workspace/database";
import { storable } from "@/lib/workspace/decks/storable";
import { getVersion } from "@/lib/workspace/versions/get";
import { insertVersion, type InsertVersionOptions } from "@/lib/workspace/versions/insert";

export interface KeepVersionOptions {
  readonly userId: UserId;
  readonly name: string | undefined;
  /** By somebody's own act, or since it is published. */
  readonly kind?: "kept" | "publish";
}

/**
 * Keeps the deck's text of this moment as a version. Where the newest version has this very text that one is it, and takes
 * the name unless it has one already.
 */
export async function keepVersion(
  { pool, collab }: Pick<Database, "pool"> & { readonly collab: Pick<Collab, "readDeck"> },
  deckId: DeckId,
  { userId, name, kind = "kept" }: KeepVersionOptions,
): Promise<{ readonly version: VersionInfo; readonly isNew: boolean }> {
  const text = await collab.readDeck(deckId);
  const { rows } = await pool.query<{ id: VersionId }>(takeNewestSql, [deckId, storable(text.markdown), name ?? null]);
  const newest = rows[0]?.id;
  const id = newest ?? (await inTransaction(pool, (tx) => insertVersion(tx, deckId, { text, kind, userId, name })));
  const { markdown: _, slideIds: __, ...version } = await getVersion({ pool }, deckId, { versionId: id });
  return { version, isNew: newest === undefined };
}

/** Keeps a text that is about to be replaced, unless the newest version has it. Returns the version that has it. */
export async function keepText({ pool }: Pick<Database, "pool">, deckId: DeckId, options: Omit<InsertVersionOptions, "name">): Promise<VersionId> {
  const { rows } = await pool.query<{ id: VersionId }>(`SELECT id FROM (${newestSql}) newest WHERE markdown = $2`, [
    deckId,
    storable(options.text.markdown),
  ]);
  return rows[0]?.id ?? (await inTransaction(pool, (tx) => insertVersion(tx, deckId, options)));
}

const newestSql = "SELECT id, name, markdown FROM deck_version WHERE deck_id = $1 ORDER BY created_at DESC, id DESC LIMIT 1";

/** A second name for one text is a version of its own. */
const takeNewestSql = `
  UPDATE deck_version v SET name = coalesce($3, v.name) FROM (${newestSql}) newest
   WHERE v.id = newest.id AND newest.markdown = $2 AND ($3::text IS NULL OR newest.name IS NULL) RETURNING v.id`;
