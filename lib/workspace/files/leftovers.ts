import type { PoolClient } from "pg";
import type { DeckId } from "@/lib/api/ids";
import type { Log } from "@/lib/log";
import { inTransaction, type Database } from "@/lib/workspace/database";
import { openFileStore, type FileGround } from "@/lib/workspace/files/open-file-store";
import { keptKeys, type FileStore } from "@/lib/workspace/files/file-store";

/** Longer than any upload takes. */
const uploadTime = "1 hour";
/** How long bytes that the store would not let go of are left alone. */
const retryAfter = "1 hour";
/** Notes of one transaction. */
const notesPerTurn = 20;

interface Note {
  readonly deck_id: DeckId;
  readonly sha256: string;
}

/**
 * Says that these bytes are about to be put into the store, so that they don't stay there should no file come of them. Waits
 * for whoever is just taking the same bytes out.
 */
export async function noteUpload({ pool }: Pick<Database, "pool">, deckId: DeckId, sha256: string): Promise<void> {
  await pool.query(
    `INSERT INTO file_leftover (deck_id, sha256, due_at) VALUES ($1, $2, now() + interval '${uploadTime}')
     ON CONFLICT (deck_id, sha256) DO UPDATE SET due_at = excluded.due_at`,
    [deckId, sha256],
  );
}

/** The bytes are a file's now. In the transaction that adds it. */
export async function forgetUpload(tx: PoolClient, deckId: DeckId, sha256: string): Promise<void> {
  await tx.query("DELETE FROM file_leftover WHERE deck_id = $1 AND sha256 = $2", [deckId, sha256]);
}

/** The same for bytes that were put beside those of a file, made of them; where the file went meanwhile, the note stays. */
export async function keepUploadOfFile({ pool }: Pick<Database, "pool">, deckId: DeckId, sha256: string): Promise<void> {
  await pool.query(
    `DELETE FROM file_leftover l WHERE l.deck_id = $1 AND l.sha256 = $2
        AND EXISTS (SELECT FROM deck_file f WHERE f.deck_id = l.deck_id AND f.sha256 = l.sha256)`,
    [deckId, sha256],
  );
}

/** The deck may not have the file after all: its bytes are taken out at once, or later by the note where the store is away. */
export async function takeBackUpload(
  { pool }: Pick<Database, "pool">,
  deckId: DeckId,
  { store, sha256 }: { readonly store: FileStore; readonly sha256: string },
): Promise<void> {
  await pool.query("UPDATE file_leftover SET due_at = now() WHERE deck_id = $1 AND sha256 = $2", [deckId, sha256]);
  await inTransaction(pool, (tx) => removeSome(tx, store, [deckId]));
}

/**
 * Takes bytes out of the store that no file is made of: those of these decks, or all. What fails is tried again an hour
 * later, by whichever process comes to it; throws what the store said.
 */
export async function removeLeftovers(ground: FileGround, deckIds?: readonly DeckId[]): Promise<void> {
  const store = openFileStore(ground);
  for (let isMore = true; isMore;) {
    const { notes, failure } = await inTransaction(ground.pool, (tx) => removeSome(tx, store, deckIds));
    if (failure !== undefined) throw failure;
    isMore = notes === notesPerTurn;
  }
}

/** The same for decks that something was just deleted from: it is gone for everybody, so a store that is away is no failure of that. */
export async function removeLeftoversNow({ log, ...ground }: FileGround & { readonly log: Log }, deckIds: readonly DeckId[]): Promise<void> {
  try {
    await removeLeftovers(ground, deckIds);
  } catch (error) {
    log.warn({ err: error }, "the bytes of deleted files are still in the store; taking them out is tried again");
  }
}

/** The notes stay locked meanwhile: others pass over them, and an upload of the same bytes waits. */
async function removeSome(
  tx: PoolClient,
  store: FileStore,
  deckIds: readonly DeckId[] | undefined,
): Promise<{ readonly notes: number; readonly failure: unknown }> {
  const { rows } = await tx.query<Note & { readonly used: boolean }>(dueSql, [deckIds ?? null, notesPerTurn]);
  for (const { deck_id: deckId, sha256, used } of rows) {
    try {
      if (!used) await Promise.all(keptKeys(sha256).map((key) => store.remove(deckId, key)));
    } catch (failure) {
      await tx.query(`UPDATE file_leftover SET due_at = now() + interval '${retryAfter}' WHERE deck_id = $1 AND sha256 = $2`, [deckId, sha256]);
      return { notes: rows.length, failure };
    }
    await forgetUpload(tx, deckId, sha256);
  }
  return { notes: rows.length, failure: undefined };
}

const dueSql = `
  SELECT l.deck_id, l.sha256, EXISTS (SELECT FROM deck_file f WHERE f.deck_id = l.deck_id AND f.sha256 = l.sha256) AS used
    FROM file_leftover l WHERE l.due_at <= now() AND ($1::uuid[] IS NULL OR l.deck_id = ANY ($1))
   ORDER BY l.due_at LIMIT $2 FOR UPDATE OF l SKIP LOCKED`;
