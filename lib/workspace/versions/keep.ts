import type { DeckId, UserId, VersionId } from "@/lib/api/ids";
import { versionIdSchema } from "@/lib/api/ids";
import type { VersionInfo, VersionKind } from "@/lib/api/versions";
import type { Collab, CommittedText } from "@/lib/collab/server/collab";
import { parseDeck } from "@/lib/deck";
import type { Database } from "@/lib/workspace/database";
import { storable } from "@/lib/workspace/decks/storable";
import { getVersion } from "@/lib/workspace/versions/get";

export interface KeepTextOptions {
  readonly text: Pick<CommittedText, "generation" | "seq" | "markdown">;
  readonly kind: VersionKind;
  readonly userId: UserId;
  readonly name?: string | undefined;
}

/**
 * Keeps the deck's text of this moment as a version. Where the newest version has this very text that one is it, and takes
 * the name unless it has one already.
 */
export async function keepVersion(
  { pool, collab }: Pick<Database, "pool"> & { readonly collab: Pick<Collab, "readDeck"> },
  deckId: DeckId,
  { userId, name }: { readonly userId: UserId; readonly name: string | undefined },
): Promise<{ readonly version: VersionInfo; readonly isNew: boolean }> {
  const text = await collab.readDeck(deckId);
  const { rows } = await pool.query<{ id: VersionId }>(takeNewestSql, [deckId, storable(text.markdown), name ?? null]);
  const newest = rows[0]?.id;
  const id = newest ?? (await insert({ pool }, deckId, { text, kind: "kept", userId, name }));
  const { markdown: _, ...version } = await getVersion({ pool }, deckId, { versionId: id });
  return { version, isNew: newest === undefined };
}

/** Keeps a text that is about to be replaced, unless the newest version has it. */
export async function keepText({ pool }: Pick<Database, "pool">, deckId: DeckId, options: KeepTextOptions): Promise<void> {
  const { rows } = await pool.query<{ is_kept: boolean }>(`SELECT markdown = $2 AS is_kept FROM (${newestSql}) newest`, [
    deckId,
    storable(options.text.markdown),
  ]);
  if (rows[0]?.is_kept !== true) await insert({ pool }, deckId, options);
}

async function insert({ pool }: Pick<Database, "pool">, deckId: DeckId, { text, kind, userId, name }: KeepTextOptions): Promise<VersionId> {
  const { rows } = await pool.query<{ id: string }>(
    `INSERT INTO deck_version (deck_id, generation, seq, kind, name, author_id, markdown, slides)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
    [deckId, text.generation, text.seq, kind, name ?? null, userId, storable(text.markdown), parseDeck(text.markdown).slides.length],
  );
  return versionIdSchema.parse(rows[0]?.id);
}

const newestSql = "SELECT id, name, markdown FROM deck_version WHERE deck_id = $1 ORDER BY created_at DESC, id DESC LIMIT 1";

/** A second name for one text is a version of its own. */
const takeNewestSql = `
  UPDATE deck_version v SET name = coalesce($3, v.name) FROM (${newestSql}) newest
   WHERE v.id = newest.id AND newest.markdown = $2 AND ($3::text IS NULL OR newest.name IS NULL) RETURNING v.id`;
