import type { DeckId } from "@/lib/api/ids";
import type { Database } from "@/lib/workspace/database";
import { fileColumnsSql, toStoredFile, type FileRow, type StoredFile } from "@/lib/workspace/files/file-row";

/** Paths of all files of a deck. */
export async function listFilePaths(database: Pick<Database, "pool">, deckId: DeckId): Promise<ReadonlySet<string>> {
  return new Set((await listFiles(database, deckId)).map(({ path }) => path));
}

/** All files of a deck, by path. */
export async function listFiles({ pool }: Pick<Database, "pool">, deckId: DeckId): Promise<readonly StoredFile[]> {
  const { rows } = await pool.query<FileRow>(`SELECT ${fileColumnsSql} FROM deck_file WHERE deck_id = $1 ORDER BY path COLLATE "C"`, [deckId]);
  return rows.map(toStoredFile);
}
