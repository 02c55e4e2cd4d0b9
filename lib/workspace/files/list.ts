import type { DeckId } from "@/lib/api/ids";
import type { FileWidths } from "@/lib/api/picture-sizes";
import type { Database } from "@/lib/workspace/database";
import { fileColumnsSql, toStoredFile, type FileRow, type StoredFile } from "@/lib/workspace/files/file-row";

/** Paths under which the deck has a file, former ones included: a text of yesterday may name it so. */
export async function listFileWidths({ pool }: Pick<Database, "pool">, deckId: DeckId): Promise<FileWidths> {
  const { rows } = await pool.query<{ path: string; width: number | null }>(
    "SELECT path, nullif(width, 0) AS width FROM deck_file WHERE deck_id = $1",
    [deckId],
  );
  return new Map(rows.map(({ path, width }) => [path, width]));
}

/** Files of a deck as they are called now, by path. */
export async function listCurrentFiles({ pool }: Pick<Database, "pool">, deckId: DeckId): Promise<readonly StoredFile[]> {
  const { rows } = await pool.query<FileRow>(
    `SELECT ${fileColumnsSql} FROM deck_file WHERE deck_id = $1 AND renamed_at IS NULL ORDER BY path COLLATE "C"`,
    [deckId],
  );
  return rows.map(toStoredFile);
}

/** All files of a deck under all their paths, by path. */
export async function listFiles({ pool }: Pick<Database, "pool">, deckId: DeckId): Promise<readonly StoredFile[]> {
  const { rows } = await pool.query<FileRow>(`SELECT ${fileColumnsSql} FROM deck_file WHERE deck_id = $1 ORDER BY path COLLATE "C"`, [deckId]);
  return rows.map(toStoredFile);
}
