import { versionIdSchema } from "@/lib/api/ids";
import type { VersionInfo, VersionKind } from "@/lib/api/versions";
import { AppError } from "@/lib/errors";
import { namelessGuest } from "@/lib/collab/protocol/person-name";

/** Columns of a version as the history shows it; needs `versionFromSql`. */
export const versionColumnsSql = `v.id, v.kind, v.name, v.author_id, p.name AS author_name, v.slides, v.created_at,
  ARRAY(SELECT w.name FROM person w WHERE w.id = ANY (v.author_ids) ORDER BY w.name) AS author_names`;
export const versionFromSql = "deck_version v LEFT JOIN person p ON p.id = v.author_id";

export interface VersionRow {
  readonly id: string;
  readonly kind: VersionKind;
  readonly name: string | null;
  readonly author_id: string | null;
  readonly author_name: string | null;
  readonly author_names: readonly string[];
  readonly slides: number | null;
  readonly created_at: Date;
}

/** A row as the API shows it. */
export function toVersionInfo(row: VersionRow): VersionInfo {
  return {
    id: versionIdSchema.parse(row.id),
    kind: row.kind,
    name: row.name,
    author: row.author_name === null ? null : row.author_name || namelessGuest,
    authors: row.author_names.map((name) => name || namelessGuest),
    slides: row.slides,
    createdAt: row.created_at.toISOString(),
  };
}

export function versionNotFound(): AppError {
  return new AppError("not-found", "This deck has no such version.");
}
