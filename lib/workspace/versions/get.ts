import type { DeckId, SlideId, VersionId } from "@/lib/api/ids";
import type { VersionText } from "@/lib/api/versions";
import type { Database } from "@/lib/workspace/database";
import { toVersionInfo, versionColumnsSql, versionFromSql, versionNotFound, type VersionRow } from "@/lib/workspace/versions/version-row";

/** One version with its text. Throws 404 where the deck has no such version. */
export async function getVersion(
  { pool }: Pick<Database, "pool">,
  deckId: DeckId,
  { versionId }: { readonly versionId: VersionId },
): Promise<VersionText> {
  const { rows } = await pool.query<VersionRow & { readonly markdown: string; readonly slide_ids: readonly (SlideId | null)[] }>(
    `SELECT ${versionColumnsSql}, v.markdown, ${slideIdsSql} AS slide_ids FROM ${versionFromSql} WHERE v.id = $1 AND v.deck_id = $2`,
    [versionId, deckId],
  );
  const [row] = rows;
  if (!row) throw versionNotFound();
  return { ...toVersionInfo(row), markdown: row.markdown, slideIds: [...row.slide_ids] };
}

/** A slide that was being written in as the version was kept may have none. */
const slideIdsSql = `
  ARRAY(SELECT s.slide_id FROM generate_series(0, (SELECT max(position) FROM version_slide WHERE version_id = v.id)) AS place
          LEFT JOIN version_slide s ON s.version_id = v.id AND s.position = place ORDER BY place)::text[]`;
