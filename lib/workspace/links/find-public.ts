import { deckIdSchema, talkIdSchema, type DeckId, type TalkId } from "@/lib/api/ids";
import type { OpensLock } from "@/lib/audience/link-state";
import type { LiveState } from "@/lib/api/talks";
import type { Database } from "@/lib/workspace/database";
import { linkEndedSql } from "@/lib/workspace/links/deck-link";
import { runningSql } from "@/lib/workspace/talks/talk-row";
import { versionName } from "@/lib/workspace/talks/talk-info";

interface PublicPlace {
  readonly state: "there";
  readonly deckId: DeckId;
  /** The talk that runs on it. */
  readonly talkId: TalkId | null;
  /** What it shows now, and where a talk stands that runs on it. */
  readonly live: Omit<LiveState, "pointer">;
  /** Names the password that it asks for, and with it the password itself: another one makes another lock. Null where it asks for none. */
  readonly lock: string | null;
}

/** What stands behind `/p/<slug>`. A deck in the trash counts as withdrawn. */
export type PublicLink = Nothing | PublicPlace;

type Nothing = { readonly state: "missing" | "withdrawn" } | { readonly state: "ended"; readonly endedAt: Date };

export type PublicDeck =
  | Nothing
  /** It asks for a password, and whoever asks has not given it. */
  | { readonly state: "locked"; readonly lock: string }
  | (PublicPlace & {
      readonly linkId: string;
      /** The deck's own name; null where the title in its text counts. */
      readonly name: string | null;
      /** The text that is shown. Holds the speaker notes: never send it. */
      readonly markdown: string;
    });

/** Looks up what a public link shows, without its text: asked for every viewer and at every step of a talk. */
export async function findPublicLink({ pool }: Pick<Database, "pool">, slug: string): Promise<PublicLink> {
  const { rows } = await pool.query<Row>(`SELECT ${placeColumns} FROM ${placeTables}`, [slug]);
  return toPlace(rows[0]);
}

/**
 * The same with the text: the latest settled one, that of the version the link is frozen at, or the one that a talk shows.
 * Nobody gets it past the link's password.
 */
export async function findPublicDeck({ pool }: Pick<Database, "pool">, slug: string, opens: OpensLock): Promise<PublicDeck> {
  const { rows } = await pool.query<Row & TextRow>(
    `SELECT ${placeColumns}, l.id AS link_id, d.name, coalesce(kv.markdown, lv.markdown, t.markdown) AS markdown FROM ${placeTables}`,
    [slug],
  );
  const [row] = rows;
  const place = toPlace(row);
  if (!row) return { state: "missing" };
  if (place.state !== "there") return place;
  if (place.lock !== null && !opens(place.lock)) return { state: "locked", lock: place.lock };
  return { ...place, linkId: row.link_id, name: row.name, markdown: row.markdown };
}

/** The password that a public link asks for, as its hash; undefined where the link asks for none or is no more. */
export async function findPublicPassword(
  { pool }: Pick<Database, "pool">,
  slug: string,
): Promise<{ readonly linkId: string; readonly hash: string; readonly lock: string } | undefined> {
  const { rows } = await pool.query<{ link_id: string; hash: string; lock: string }>(
    `SELECT l.id AS link_id, l.password_hash AS hash, ${lockSql} AS lock FROM deck_link l
      WHERE l.token = $1 AND l.kind = 'public' AND l.password_hash IS NOT NULL AND NOT (${linkEndedSql})`,
    [slug],
  );
  const [row] = rows;
  return row && { linkId: row.link_id, hash: row.hash, lock: row.lock };
}

/** Notes that somebody looked, at most once a minute a link: a hall of people is one write. */
export async function notePublicVisit({ pool }: Pick<Database, "pool">, linkId: string): Promise<void> {
  await pool.query(
    "UPDATE deck_link SET last_used_at = now() WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')",
    [linkId],
  );
}

interface Row {
  readonly deck_id: string;
  readonly is_withdrawn: boolean;
  readonly ended_at: Date | null;
  readonly lock: string | null;
  readonly generation: number | null;
  readonly seq: number | null;
  readonly talk_id: string | null;
  readonly rev: number | null;
  readonly slide: number | null;
  readonly anchor: string | null;
  readonly step: number | null;
  readonly blank: boolean | null;
  readonly reach: number | null;
}

interface TextRow {
  readonly link_id: string;
  readonly name: string | null;
  readonly markdown: string;
}

/** A link that is frozen at a version shows that, whatever talk is given meanwhile. */
const placeTables = `deck_link l JOIN deck d ON d.id = l.deck_id LEFT JOIN deck_version lv ON lv.id = l.version_id
  LEFT JOIN deck_text t ON t.deck_id = d.id AND l.version_id IS NULL
  LEFT JOIN talk k ON k.deck_id = d.id AND l.version_id IS NULL AND ${runningSql} LEFT JOIN deck_version kv ON kv.id = k.version_id
  WHERE l.token = $1 AND l.kind = 'public'`;
const lockSql = "left(encode(sha256(convert_to(l.password_hash, 'UTF8')), 'hex'), 32)";
const placeColumns = `l.deck_id, l.revoked_at IS NOT NULL OR d.trashed_at IS NOT NULL AS is_withdrawn,
  CASE WHEN l.expires_at <= now() THEN l.expires_at END AS ended_at, ${lockSql} AS lock,
  coalesce(kv.generation, lv.generation, t.generation) AS generation, coalesce(kv.seq, lv.seq, t.seq)::int AS seq,
  k.id AS talk_id, k.rev, k.slide, k.anchor, k.step, k.blank, CASE WHEN k.peeking THEN NULL ELSE k.reach END AS reach`;

function toPlace(row: Row | undefined): PublicLink {
  if (!row) return { state: "missing" };
  if (row.is_withdrawn) return { state: "withdrawn" };
  if (row.ended_at !== null) return { state: "ended", endedAt: row.ended_at };
  const { generation, seq, rev, slide, anchor, step, blank, reach } = row;
  if (generation === null || seq === null) return { state: "missing" };
  return {
    state: "there",
    deckId: deckIdSchema.parse(row.deck_id),
    lock: row.lock,
    talkId: talkIdSchema.nullable().parse(row.talk_id),
    live: {
      rev: rev ?? 0,
      live: rev !== null,
      version: versionName({ generation, seq }),
      slide,
      anchor,
      step: step ?? 0,
      blank: blank ?? false,
      reach,
    },
  };
}
