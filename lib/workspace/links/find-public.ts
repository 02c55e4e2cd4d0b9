import { deckIdSchema, talkIdSchema, type DeckId, type TalkId } from "@/lib/api/ids";
import type { OpensLock } from "@/lib/audience/link-state";
import type { LiveState, PresentedTalk } from "@/lib/api/talks";
import type { Database } from "@/lib/workspace/database";
import { linkEndedSql } from "@/lib/workspace/links/deck-link";
import { runningSql } from "@/lib/workspace/talks/talk-row";
import { presentedSql, toPresented, type PresentedRow } from "@/lib/workspace/talks/presented";
import { versionName } from "@/lib/workspace/talks/talk-info";

interface PublicPlace {
  readonly state: "there";
  readonly deckId: DeckId;
  /** The talk that runs on it. */
  readonly talkId: TalkId | null;
  /** It shows one version, whatever talk is given. */
  readonly isFrozen: boolean;
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

const askedMark = "?v=";

/** What a page of a public link asks for, in one word. */
export function publicAddress(slug: string, asked: string | null): string {
  return asked === null ? slug : slug + askedMark + asked;
}

export function publicAddressParts(address: string): [slug: string, asked: string | undefined] {
  const at = address.indexOf(askedMark);
  return at === -1 ? [address, undefined] : [address.slice(0, at), address.slice(at + askedMark.length)];
}

/** Looks up what a public link shows, without its text: asked for every viewer and at every step of a talk. */
export async function findPublicLink({ pool }: Pick<Database, "pool">, slug: string, asked?: string): Promise<PublicLink> {
  const { rows } = await pool.query<Row>(`SELECT ${placeColumns} FROM ${placeTables}`, [slug, asked ?? null]);
  const [row] = rows;
  const place = toPlace(row);
  if (!row || place.state !== "there") return place;
  return { ...place, live: { ...place.live, presented: await presentedOf(pool, row, place.deckId) } };
}

/**
 * The same with the text: the latest settled one, that of the version the link is frozen at, or the one that a talk shows.
 * `asked` is what the address has as `?v=`: `presented` for the last talk that was given on the link, or the id of one.
 * While a talk runs there is nothing but it: what it keeps back is to be had in no other way. Nobody gets anything past the
 * link's password.
 */
export async function findPublicDeck({ pool }: Pick<Database, "pool">, slug: string, opens: OpensLock, asked?: string): Promise<PublicDeck> {
  const { rows } = await pool.query<Row & TextRow>(
    `SELECT ${placeColumns}, l.id AS link_id, d.name, coalesce(kv.markdown, lv.markdown, CASE WHEN pt.is_asked THEN pt.markdown END, t.markdown) AS markdown
       FROM ${placeTables}`,
    [slug, asked ?? null],
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
  /** The newest text, as pages name it; null on a link that is frozen. */
  readonly latest_generation: number | null;
  readonly latest_seq: number | null;
  /** A talk that was given on the link; null while one runs. */
  readonly presented: PresentedRow | null;
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
  LEFT JOIN LATERAL (${presentedSql}) pt ON k.id IS NULL
  WHERE l.token = $1 AND l.kind = 'public'`;
const lockSql = "left(encode(sha256(convert_to(l.password_hash, 'UTF8')), 'hex'), 32)";
const placeColumns = `l.deck_id, l.revoked_at IS NOT NULL OR d.trashed_at IS NOT NULL AS is_withdrawn,
  CASE WHEN l.expires_at <= now() THEN l.expires_at END AS ended_at, ${lockSql} AS lock,
  coalesce(kv.generation, lv.generation, CASE WHEN pt.is_asked THEN pt.generation END, t.generation) AS generation,
  coalesce(kv.seq, lv.seq, CASE WHEN pt.is_asked THEN pt.seq END, t.seq)::int AS seq,
  k.id AS talk_id, k.rev, k.slide, k.anchor, k.step, k.blank,
  CASE WHEN k.id IS NOT NULL AND NOT k.peeking THEN k.reach WHEN pt.is_asked THEN pt.reach END AS reach,
  t.generation AS latest_generation, t.seq::int AS latest_seq,
  CASE WHEN pt.talk_id IS NOT NULL THEN json_build_object('talk_id', pt.talk_id, 'version_id', pt.version_id, 'started_at', pt.started_at,
    'is_asked', pt.is_asked, 'presenters', pt.presenters) END AS presented`;

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
    isFrozen: row.latest_generation === null,
    live: {
      rev: rev ?? 0,
      live: rev !== null,
      version: versionName({ generation, seq }),
      slide,
      anchor,
      step: step ?? 0,
      blank: blank ?? false,
      reach,
      presented: null,
    },
  };
}

/** Null where the link has had no talk, or one runs. A link that is frozen never has. */
function presentedOf(pool: Database["pool"], { presented, latest_generation, latest_seq }: Row, deckId: DeckId): Promise<PresentedTalk> | null {
  if (!presented || latest_generation === null || latest_seq === null) return null;
  return toPresented(pool, presented, { deckId, name: versionName({ generation: latest_generation, seq: latest_seq }) });
}
