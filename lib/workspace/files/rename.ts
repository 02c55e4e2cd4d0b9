import type { DeckId, UserId } from "@/lib/api/ids";
import type { Collab } from "@/lib/collab/server/collab";
import type { CommittedText } from "@/lib/collab/server/committed-text";
import { applyTextEdits, parseDeck, renameFile } from "@/lib/deck";
import { AppError } from "@/lib/errors";
import { inTransaction, type Database } from "@/lib/workspace/database";
import { lockFiles } from "@/lib/workspace/files/add";
import { filePathFor } from "@/lib/workspace/files/file-name";
import { fileColumnsSql, toStoredFile, type FileRow, type StoredFile } from "@/lib/workspace/files/file-row";

export interface RenameFileOptions {
  /** What it is to be called; made fit for a text, its ending stays. */
  readonly name: string;
  readonly userId: UserId;
}

/**
 * Calls a file of the deck by another path, and has the text name it so, in one edit that co-authors see live. Its former
 * path goes on showing it, for versions and links that show an older text. Throws 404, or 409 where the path is another
 * file's.
 */
export async function renameDeckFile(
  { pool, collab }: Pick<Database, "pool"> & { readonly collab: Pick<Collab, "editDeck"> },
  deckId: DeckId,
  from: string,
  { name, userId }: RenameFileOptions,
): Promise<{ readonly file: StoredFile; readonly text: CommittedText }> {
  const file = await inTransaction(pool, async (tx) => {
    await lockFiles(tx, deckId);
    const { rows } = await tx.query<FileRow>(`SELECT ${fileColumnsSql} FROM deck_file WHERE deck_id = $1 AND path = $2`, [deckId, from]);
    const [row] = rows;
    if (row === undefined) throw new AppError("not-found", "This deck has no such file any more.");
    const path = filePathFor(name, [endingOf(from)]);
    const there = await tx.query<{ sha256: string }>("SELECT sha256 FROM deck_file WHERE deck_id = $1 AND path = $2", [deckId, path]);
    if (there.rows[0] !== undefined && there.rows[0].sha256 !== row.sha256)
      throw new AppError("conflict", `The deck has another file ${path} already. Choose another name.`);
    await tx.query(aliasSql, [deckId, from, path]);
    if (path !== from) await tx.query("UPDATE deck_file SET renamed_at = now() WHERE deck_id = $1 AND path = $2", [deckId, from]);
    return { ...toStoredFile(row), path };
  });
  const change = (markdown: string) => applyTextEdits(markdown, renameFile(parseDeck(markdown), from, file.path));
  return { file, text: await collab.editDeck(deckId, change, { kind: "api", userId }) };
}

const aliasSql = `
  INSERT INTO deck_file (deck_id, path, sha256, media_type, byte_count, width, added_by, created_at)
  SELECT deck_id, $3, sha256, media_type, byte_count, width, added_by, created_at FROM deck_file WHERE deck_id = $1 AND path = $2
  ON CONFLICT (deck_id, path) DO UPDATE SET renamed_at = NULL`;

function endingOf(path: string): string {
  return /\.([^./]+)$/.exec(path)?.[1] ?? "bin";
}
