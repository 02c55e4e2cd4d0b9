import type { DeckId, VersionId } from "@/lib/api/ids";
import type { VersionText } from "@/lib/api/versions";
import type { Database } from "@/lib/workspace/database";
import { toVersionInfo, versionColumnsSql, versionFromSql, versionNotFound, type VersionRow } from "@/lib/workspace/versions/version-row";

/** One version with its text. Throws 404 where the deck has no such version. */
export async function getVersion(
  { pool }: Pick<Database, "pool">,
  deckId: DeckId,
  { versionId }: { readonly versionId: VersionId },
): Promise<VersionText> {
  const { rows } = await pool.query<VersionRow & { readonly markdown: string }>(
    `SELECT ${versionColumnsSql}, v.markdown FROM ${versionFromSql} WHERE v.id = $1 AND v.deck_id = $2`,
    [versionId, deckId],
  );
  const [row] = rows;
  if (!row) throw versionNotFound();
  return { ...toVersionInfo(row), markdown: row.markdown };
}
