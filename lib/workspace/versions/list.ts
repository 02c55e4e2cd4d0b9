import { z } from "zod";
import type { DeckId } from "@/lib/api/ids";
import type { VersionList } from "@/lib/api/versions";
import { AppError } from "@/lib/errors";
import type { Database } from "@/lib/workspace/database";
import { toVersionInfo, versionColumnsSql, versionFromSql, type VersionRow } from "@/lib/workspace/versions/version-row";

export interface ListVersionsOptions {
  /** Those with a name alone. */
  readonly named?: "1" | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** A deck's versions without their texts, newest first, a page at a time. */
export async function listVersions(
  { pool }: Pick<Database, "pool">,
  deckId: DeckId,
  { named, limit, cursor }: ListVersionsOptions,
): Promise<VersionList> {
  const after = cursor === undefined ? undefined : readCursor(cursor);
  const { rows } = await pool.query<VersionRow>(
    `SELECT ${versionColumnsSql} FROM ${versionFromSql}
      WHERE v.deck_id = $1 AND ($2::timestamptz IS NULL OR (v.created_at, v.id) < ($2, $3::uuid)) AND ($5::bool IS FALSE OR v.name IS NOT NULL)
      ORDER BY v.created_at DESC, v.id DESC LIMIT $4`,
    [deckId, after?.createdAt ?? null, after?.id ?? null, limit + 1, named !== undefined],
  );
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return { versions: page.map(toVersionInfo), nextCursor: last ? writeCursor({ createdAt: last.created_at.toISOString(), id: last.id }) : null };
}

/** Where the last page ended: versions that are made meanwhile can't shift the pages behind it. */
const cursorSchema = z.object({ createdAt: z.iso.datetime(), id: z.uuid() });
type Cursor = z.infer<typeof cursorSchema>;

function writeCursor(cursor: Cursor): string {
  return Buffer.from(`${cursor.createdAt} ${cursor.id}`).toString("base64url");
}

function readCursor(text: string): Cursor {
  const [createdAt, id] = Buffer.from(text, "base64url").toString("utf8").split(" ");
  const cursor = cursorSchema.safeParse({ createdAt, id });
  if (cursor.success) return cursor.data;
  throw new AppError("unprocessable", "This page of the history does not exist. Start again from the first one.");
}
