import type { Pool } from "pg";
import { linkIdSchema, versionIdSchema, type DeckId, type LinkId } from "@/lib/api/ids";
import type { DeckLink, LinkKind } from "@/lib/api/links";
import { AppError } from "@/lib/errors";
import type { DeckRight } from "@/lib/workspace/policies";

export interface ReadLinksOptions {
  /** Where people reach this server, for example `https://talks.example`. */
  readonly origin: string;
  /** Only this one. */
  readonly linkId?: LinkId;
}

/** The deck's links that were not withdrawn, newest first. */
export async function readLinks(pool: Pool, deckId: DeckId, { origin, linkId }: ReadLinksOptions): Promise<readonly DeckLink[]> {
  const { rows } = await pool.query<LinkRow>(linksSql, [deckId, linkId ?? null]);
  return rows.map((row) => toDeckLink(row, origin));
}

/** One of them. Throws 404 where the deck has no such link, or has it no more. */
export async function readLink(pool: Pool, deckId: DeckId, options: Required<ReadLinksOptions>): Promise<DeckLink> {
  const [link] = await readLinks(pool, deckId, options);
  if (!link) throw linkNotFound();
  return link;
}

export function linkNotFound(): AppError {
  return new AppError("not-found", "This deck has no such link.");
}

/** A link whose end has come no longer does what it was made for. */
export const linkEndedSql = "l.revoked_at IS NOT NULL OR coalesce(l.expires_at <= now(), false)";

interface LinkRow {
  readonly id: string;
  readonly kind: LinkKind;
  readonly right: DeckRight;
  readonly token: string;
  readonly label: string | null;
  readonly has_password: boolean;
  readonly created_at: Date;
  readonly expires_at: Date | null;
  readonly is_expired: boolean;
  readonly last_used_at: Date | null;
  readonly version_id: string | null;
  readonly version_name: string | null;
  readonly version_created_at: Date | null;
  readonly is_outdated: boolean;
}

const linksSql = `
  SELECT l.id, l.kind, l."right", l.token, l.label, l.password_hash IS NOT NULL AS has_password, l.created_at, l.expires_at,
         coalesce(l.expires_at <= now(), false) AS is_expired, l.last_used_at,
         v.id AS version_id, v.name AS version_name, v.created_at AS version_created_at, v.markdown IS DISTINCT FROM t.markdown AS is_outdated
    FROM deck_link l LEFT JOIN deck_version v ON v.id = l.version_id LEFT JOIN deck_text t ON t.deck_id = l.deck_id
   WHERE l.deck_id = $1 AND l.revoked_at IS NULL AND ($2::uuid IS NULL OR l.id = $2)
   ORDER BY l.created_at DESC, l.id DESC`;

function toDeckLink(row: LinkRow, origin: string): DeckLink {
  const version =
    row.version_id === null || row.version_created_at === null
      ? null
      : {
          id: versionIdSchema.parse(row.version_id),
          name: row.version_name,
          createdAt: row.version_created_at.toISOString(),
          isOutdated: row.is_outdated,
        };
  const fields = {
    id: linkIdSchema.parse(row.id),
    right: row.right,
    label: row.label,
    target: version?.id ?? ("latest" as const),
    version,
    hasPassword: row.has_password,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at?.toISOString() ?? null,
    isExpired: row.is_expired,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  };
  return row.kind === "public"
    ? { kind: "public", slug: row.token, url: `${origin}/p/${row.token}`, ...fields }
    : { kind: "join", token: row.token, url: `${origin}/join/${row.token}`, ...fields };
}
