import type { DeckId, VersionId } from "@/lib/api/ids";
import type { VersionInfo } from "@/lib/api/versions";
import type { Database } from "@/lib/workspace/database";
import { getVersion } from "@/lib/workspace/versions/get";
import { versionNotFound } from "@/lib/workspace/versions/version-row";

/** Gives a version a name; null takes it away. Throws 404 where the deck has no such version. */
export async function nameVersion(
  { pool }: Pick<Database, "pool">,
  deckId: DeckId,
  { versionId, name }: { readonly versionId: VersionId; readonly name: string | null },
): Promise<VersionInfo> {
  const { rowCount } = await pool.query("UPDATE deck_version SET name = $3 WHERE id = $1 AND deck_id = $2", [versionId, deckId, name]);
  if (rowCount === 0) throw versionNotFound();
  const { markdown: _, slideIds: __, ...version } = await getVersion({ pool }, deckId, { versionId });
  return version;
}
