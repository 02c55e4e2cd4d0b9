import type { PoolClient } from "pg";
import type { DeckId } from "@/lib/api/ids";
import type { Deck } from "@/lib/deck";
import { wordsOf } from "@/lib/workspace/search/words";

/** What is found of one slide by searching. */
export interface SearchedText {
  readonly anchor: string;
  readonly title: string;
  readonly body: string;
  readonly notes: string;
}

/** So much of a slide's text and of its notes is looked through, in UTF-16 units: far more than a slide holds that can be read. */
const maxSearchedLength = 20_000;

/** What is found of a deck's slides, in order. */
export function readSearchedTexts(deck: Deck): readonly SearchedText[] {
  return deck.slides.map(({ anchor, title, plain, notes }) => ({ anchor, title, body: clip(plain), notes: clip(notes) }));
}

/** Brings what is found of a deck to these slides. Only what differs is written: most slides stay as they were. */
export async function indexSlides(tx: Pick<PoolClient, "query">, deckId: DeckId, slides: readonly SearchedText[]): Promise<void> {
  await tx.query(upsertSql, [
    deckId,
    slides.map(({ anchor }) => anchor),
    slides.map(({ title }) => title),
    slides.map(({ body }) => body),
    slides.map(({ notes }) => notes),
    slides.map(wordVector),
  ]);
  await tx.query("DELETE FROM searched_slide WHERE deck_id = $1 AND position >= $2", [deckId, slides.length]);
}

const upsertSql = `
  INSERT INTO searched_slide AS s (deck_id, position, anchor, title, body, notes, words)
  SELECT $1, c.number - 1, c.anchor, c.title, c.body, c.notes, c.words::tsvector
    FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[]) WITH ORDINALITY AS c (anchor, title, body, notes, words, number)
  ON CONFLICT (deck_id, position) DO UPDATE SET
    anchor = excluded.anchor, title = excluded.title, body = excluded.body, notes = excluded.notes, words = excluded.words
  WHERE (s.anchor, s.title, s.body, s.notes) IS DISTINCT FROM (excluded.anchor, excluded.title, excluded.body, excluded.notes)`;

/**
 * A slide's words as Postgres reads a tsvector, each with where it stands as its weight: A title, B body, D notes. Words are
 * letters and digits alone, so that nothing in them needs quoting.
 */
function wordVector({ title, body, notes }: SearchedText): string {
  const weights = new Map<string, Set<string>>();
  const add = (text: string, weight: string) => {
    for (const word of wordsOf(text)) weights.set(word, (weights.get(word) ?? new Set()).add(weight));
  };
  add(title, "1A");
  add(body, "2B");
  add(notes, "3D");
  return [...weights].map(([word, places]) => `'${word}':${[...places].join(",")}`).join(" ");
}

function clip(text: string): string {
  return text.slice(0, maxSearchedLength).replace(/\s+/g, " ").trim();
}
