import type { Pool } from "pg";
import type { VersionId } from "@/lib/api/ids";
import { AppError } from "@/lib/errors";

/** The text of a version. */
export async function readPinned(pool: Pick<Pool, "query">, versionId: VersionId): Promise<string> {
  const { rows } = await pool.query<{ markdown: string }>("SELECT markdown FROM deck_version WHERE id = $1", [versionId]);
  const [row] = rows;
  if (!row) throw new AppError("not-found", "The version that this talk shows is gone.");
  return row.markdown;
}
