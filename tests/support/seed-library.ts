import type { Pool } from "pg";
import { userIdSchema, type UserId } from "@/lib/api/ids";

export interface SeedOptions {
  readonly decks: number;
  readonly people: number;
  /** People who are there already, to be the first of them. */
  readonly known?: readonly string[];
  readonly teams: number;
}

export interface SeededLibrary {
  readonly people: readonly UserId[];
  readonly teams: readonly string[];
}

/**
 * Decks of a whole house, in SQL: two of three belong to teams, the others to people; each fifth was given to somebody else, and
 * each twentieth is in the trash. Everybody is in one team. The same numbers give the same rows but for their ids.
 */
export async function seedLibrary(pool: Pool, { decks, people, teams, known = [] }: SeedOptions): Promise<SeededLibrary> {
  const persons = await pool.query<{ id: string }>(
    `INSERT INTO person (name, email) SELECT 'Person ' || n, 'person-' || n || '-' || gen_random_uuid() || '@example.invalid' FROM generate_series(1, $1) n RETURNING id`,
    [people - known.length],
  );
  const groups = await pool.query<{ id: string }>(
    "INSERT INTO team (name, slug) SELECT 'Team ' || n, 'team-' || n || '-' || gen_random_uuid() FROM generate_series(1, $1) n RETURNING id",
    [teams],
  );
  const values = [[...known, ...persons.rows.map(({ id }) => id)], groups.rows.map(({ id }) => id)];
  await pool.query(
    `INSERT INTO team_member (team_id, user_id, role) SELECT ($2::uuid[])[1 + (n - 1) % cardinality($2::uuid[])], u, 'member' FROM unnest($1::uuid[]) WITH ORDINALITY p (u, n)`,
    values,
  );
  await pool.query(decksSql, [...values, decks]);
  for (const sql of [textsSql, slidesSql, docsSql, marksSql]) await pool.query(sql);
  await pool.query(grantsSql, [values[0]]);
  await pool.query("VACUUM ANALYZE");
  return { people: values[0]?.map((id) => userIdSchema.parse(id)) ?? [], teams: values[1] ?? [] };
}

const decksSql = `
  INSERT INTO deck (name, title_key, owner_user_id, owner_team_id, last_edited_at, created_at, tags, is_template, trashed_at)
  SELECT 'Deck ' || n || ' on ' || topic, 'deck ' || n || ' on ' || topic,
         CASE WHEN n % 3 = 0 THEN ($1::uuid[])[1 + n % cardinality($1::uuid[])] END,
         CASE WHEN n % 3 <> 0 THEN ($2::uuid[])[1 + n % cardinality($2::uuid[])] END,
         timestamptz '2026-11-01' - (n * 7919 % 100000) * interval '1 minute', timestamptz '2026-06-01' - n * interval '1 minute',
         CASE WHEN n % 50 = 0 THEN ARRAY['rare'] ELSE '{}' END, n % 100 = 0, CASE WHEN n % 20 = 0 THEN timestamptz '2026-11-02' END
    FROM generate_series(1, $3) n,
         LATERAL (SELECT (ARRAY['queues', 'compilers', 'type systems', 'consensus', 'caches', 'kernels', 'query plans'])[1 + n % 7] AS topic) t`;

const textsSql = `
  INSERT INTO deck_text (deck_id, generation, seq, markdown, title, cover_html, cover_theme, cover_scheme, cover_aspect_ratio, slides, words)
  SELECT id, 1, 1, '# ' || name, name, '<section class="slide" data-layout="title"><h1>' || name || '</h1></section>', 'lectern', 'light', '16:9', 1, 4
    FROM deck WHERE NOT EXISTS (SELECT FROM deck_text t WHERE t.deck_id = deck.id)`;

/** Five slides a deck: their titles say the deck's topic, and their texts one of a thousand things. */
const slidesSql = `
  INSERT INTO searched_slide (deck_id, position, anchor, title, body, notes, words)
  SELECT d.id, p, 'slide-' || p, d.title_key || ' part ' || p, body, '', array_to_tsvector(string_to_array(d.title_key, ' ')) || body::tsvector
    FROM (SELECT id, title_key, row_number() OVER (ORDER BY created_at) AS n FROM deck WHERE NOT EXISTS (SELECT FROM searched_slide s WHERE s.deck_id = deck.id)) d,
         generate_series(0, 4) p,
         LATERAL (SELECT 'matter' || (n * 31 + p * 7) % 1000 || ' protocol' || (n + p) % 97 || ' and what there is to say of it' AS body) b`;

const docsSql = "INSERT INTO collab_doc (doc_id) SELECT id FROM deck ON CONFLICT DO NOTHING";

const marksSql = `
  INSERT INTO deck_mark (user_id, deck_id, opened_at, starred_at)
  SELECT owner_user_id, id, last_edited_at, CASE WHEN 'rare' = ANY (tags) THEN last_edited_at END FROM deck WHERE owner_user_id IS NOT NULL ON CONFLICT DO NOTHING`;

const grantsSql = `
  INSERT INTO deck_grant (deck_id, user_id, "right")
  SELECT id, ($1::uuid[])[1 + n % cardinality($1::uuid[])], (ARRAY['view', 'comment', 'edit'])[1 + n % 3]
    FROM (SELECT id, (row_number() OVER (ORDER BY created_at))::int AS n FROM deck) d WHERE n % 5 = 0`;
