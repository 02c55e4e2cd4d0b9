import type { TeamId, UserId } from "@/lib/api/ids";
import type { FoundDeck, FoundSlide, SearchResult } from "@/lib/api/search";
import { queryPrepared, type PreparedQuery } from "@/lib/db/prepared";
import type { Database } from "@/lib/workspace/database";
import { deckInfoColumnsSql, deckInfoJoinsSql, toDeckInfo, type DeckInfoRow } from "@/lib/workspace/decks/deck-info";
import { heldSql, roleOfHeld } from "@/lib/workspace/decks/role";
import { deckRights, may } from "@/lib/workspace/policies";
import { writeSearchCursor, type SearchCursor } from "@/lib/workspace/search/cursor";
import { markWords, snippetOf } from "@/lib/workspace/search/mark-words";
import { readSearchQuery, type SearchQuery } from "@/lib/workspace/search/query";

/** Decks of one page, and slides shown of each. */
const maxDecks = 20;
const maxSlides = 3;
/** Slides that are looked at for the best: what stands in more of them is no word to find anything by. */
const maxCandidates = 2000;

interface FoundRow extends DeckInfoRow {
  readonly is_named: boolean;
  readonly best: string;
  readonly edited: string;
  readonly held: readonly string[];
  readonly slide_count: number;
  readonly found: readonly FoundSlideRow[];
}

interface FoundSlideRow {
  readonly position: number;
  readonly anchor: string;
  readonly title: string;
  readonly body: string;
  readonly notes: string;
  readonly shown: boolean;
}

export interface SearchOptions {
  /** Of all of these decks, those of this team. */
  readonly within?: TeamId | undefined;
  /** Goes on behind this page's last deck. */
  readonly after?: SearchCursor | undefined;
}

/** Looks through the decks somebody holds a right on, titles first, a page at a time. Speaker notes are looked through for who may read them. */
export async function searchDecks(
  { pool }: Pick<Database, "pool">,
  userId: UserId,
  text: string,
  options: SearchOptions = {},
): Promise<SearchResult> {
  const query = readSearchQuery(text);
  if (query === undefined) return { decks: [], nextCursor: null };
  const { rows } = await queryPrepared<FoundRow>(pool, searchDecksQuery(userId, query, options));
  const page = rows.slice(0, maxDecks);
  const last = rows.length > maxDecks ? page.at(-1) : undefined;
  return {
    decks: page.flatMap((row) => toFoundDeck(row, { userId, words: query.words })),
    nextCursor: last ? writeSearchCursor({ isNamed: last.is_named, best: last.best, lastEditedAt: last.edited, id: last.id }) : null,
  };
}

/** The roles that read no notes, as they are held: whoever holds one more reads them. */
const withoutNotes = ["team:guest", ...deckRights.filter((right) => !may(right, "readNotes")).map((right) => `grant:${right}`)];

/** The statement of a page, with one row more than it holds where another follows. */
export function searchDecksQuery(userId: UserId, { everywhere, shown }: SearchQuery, { within, after }: SearchOptions = {}): PreparedQuery {
  const place = [after?.isNamed ?? null, after?.best ?? null, after?.lastEditedAt ?? null, after?.id ?? null];
  return { text: searchSql, values: [userId, everywhere, shown, withoutNotes, within ?? null, ...place] };
}

const searchSql = `
  WITH mine AS MATERIALIZED (
    SELECT h.deck_id, array_agg(h.via || ':' || h.word) AS held FROM (${heldSql}) h GROUP BY h.deck_id),
  named AS (
    SELECT d.id AS deck_id FROM deck d JOIN mine ON mine.deck_id = d.id
     WHERE array_to_tsvector(string_to_array(d.title_key, ' ')) @@ $2::tsquery AND d.trashed_at IS NULL LIMIT ${maxCandidates}),
  hits AS (
    SELECT s.deck_id, s.position, ts_rank(s.words, $2::tsquery) AS rank FROM searched_slide s JOIN mine ON mine.deck_id = s.deck_id
     WHERE s.words @@ $2::tsquery AND (s.words @@ $3::tsquery OR NOT mine.held <@ $4::text[]) LIMIT ${maxCandidates}),
  counted AS (SELECT deck_id, max(rank) AS best, count(*)::int AS slide_count FROM hits GROUP BY deck_id),
  best AS (
    SELECT deck_id, n.deck_id IS NOT NULL AS is_named, coalesce(c.best, 0) AS best, coalesce(c.slide_count, 0) AS slide_count
      FROM named n FULL JOIN counted c USING (deck_id) JOIN deck d ON d.id = deck_id
     WHERE d.trashed_at IS NULL AND ($5::uuid IS NULL OR d.owner_team_id = $5)
       AND ($6::boolean IS NULL OR (n.deck_id IS NOT NULL, coalesce(c.best, 0), d.last_edited_at, d.id) < ($6, $7::real, $8::timestamptz, $9::uuid))
     ORDER BY is_named DESC, best DESC, d.last_edited_at DESC, d.id DESC LIMIT ${maxDecks + 1})
  SELECT ${deckInfoColumnsSql}, mine.held, best.slide_count, best.is_named, best.best::text AS best, d.last_edited_at::text AS edited, coalesce((
      SELECT json_agg(s) FROM (
        SELECT s.position, s.anchor, s.title, s.body, s.notes, s.words @@ $3::tsquery AS shown
          FROM hits JOIN searched_slide s ON s.deck_id = hits.deck_id AND s.position = hits.position
         WHERE hits.deck_id = d.id ORDER BY hits.rank DESC, s.position LIMIT ${maxSlides}) s), '[]') AS found
    FROM best JOIN mine ON mine.deck_id = best.deck_id JOIN deck d ON d.id = best.deck_id ${deckInfoJoinsSql}
   ORDER BY best.is_named DESC, best.best DESC, d.last_edited_at DESC, d.id DESC`;

/** The role has the last word here: nothing of notes comes out for who may not read them. */
function toFoundDeck(row: FoundRow, { userId, words }: { readonly userId: UserId; readonly words: readonly string[] }): readonly FoundDeck[] {
  const role = roleOfHeld(row.held);
  if (role === undefined) return [];
  const deck = toDeckInfo(row, { role, userId });
  const found = may(role, "readNotes") ? row.found : row.found.filter(({ shown }) => shown);
  return [{ deck, title: markWords(deck.title, words), slides: found.map((slide) => toFoundSlide(slide, words)), slideCount: row.slide_count }];
}

function toFoundSlide({ position, anchor, title, body, notes, shown }: FoundSlideRow, words: readonly string[]): FoundSlide {
  // The title is shown above it.
  const inBody = snippetOf(`${body} `.startsWith(`${title} `) ? body.slice(title.length).trimStart() : body, words);
  const inNotes = shown ? undefined : snippetOf(notes, words);
  return {
    number: position + 1,
    anchor,
    title: markWords(title, words),
    snippet: inNotes ?? inBody ?? [],
    isNotes: inNotes !== undefined,
  };
}
