import type { DeckId } from "@/lib/api/ids";
import { cleanFilePath } from "@/lib/deck";
import type { Database } from "@/lib/workspace/database";
import { fileColumnsSql, toStoredFile, type FileRow, type StoredFile } from "@/lib/workspace/files/file-row";

/** The deck's file at a path, spelled in any way that its text may spell it; undefined where there is none. */
export async function findFile({ pool }: Pick<Database, "pool">, deckId: DeckId, path: string): Promise<StoredFile | undefined> {
  const cleaned = cleanFilePath(path);
  if (cleaned === undefined) return undefined;
  const { rows } = await pool.query<FileRow>(`SELECT ${fileColumnsSql} FROM deck_file WHERE deck_id = $1 AND path = $2`, [deckId, cleaned]);
  return rows[0] && toStoredFile(rows[0]);
}

/** The deck's files with this content, by its sha256. */
export async function findFilesOfContent({ pool }: Pick<Database, "pool">, deckId: DeckId, sha256: string): Promise<readonly StoredFile[]> {
  const { rows } = await pool.query<FileRow>(`SELECT ${fileColumnsSql} FROM deck_file WHERE deck_id = $1 AND sha256 = $2`, [deckId, sha256]);
  return rows.map(toStoredFile);
}
