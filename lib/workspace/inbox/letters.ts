import type { Mailer } from "@/lib/mail/mailer";
import type { Letter } from "@/lib/mail/letter";
import { namelessGuest } from "@/lib/collab/protocol/person-name";
import type { Database } from "@/lib/workspace/database";
import { isReachableSql } from "@/lib/workspace/inbox/reachable";

/** Who is spoken to has so long to see it here; all else comes together, once a day. */
const mentionAfterMinutes = 10;
const digestAfterHours = 24;
/** Longer letters are read by nobody; the rest is in the inbox. */
const maxComments = 20;
const maxQuotedLength = 300;

interface DueRow {
  readonly user_id: string;
  readonly email: string;
  readonly reason: string;
  readonly deck: string;
  readonly author: string | null;
  readonly body: string;
}

/**
 * Writes to those who have not seen what was said to them: of a mention after ten minutes, of everything else a day after
 * the first of it. What is told of is marked before the letter goes, so that of several processes one writes it. Guests have
 * no address. Returns how many letters there were.
 */
export async function sendLetters(
  { pool, mailer }: Pick<Database, "pool"> & { readonly mailer: Pick<Mailer, "send"> },
  { origin }: { readonly origin: string },
): Promise<number> {
  const { rows } = await pool.query<DueRow>(claimSql, [mentionAfterMinutes, digestAfterHours]);
  const byPerson = new Map<string, DueRow[]>();
  for (const row of rows) byPerson.set(row.user_id, [...(byPerson.get(row.user_id) ?? []), row]);
  for (const due of byPerson.values()) await mailer.send(letterOf(due, origin));
  return byPerson.size;
}

function letterOf(due: readonly DueRow[], origin: string): Letter {
  const [first] = due;
  const nameOf = (author: string | null | undefined) => author || namelessGuest;
  const isOne = due.length === 1;
  const subject = isOne
    ? `${nameOf(first?.author)} ${first?.reason === "mention" ? "speaks to you" : "commented"} in “${first?.deck ?? ""}”`
    : `${due.length} comments wait for you in Lectern`;
  const told = due.slice(0, maxComments).map(({ author, deck, body }) => `${nameOf(author)} in “${deck}”: ${shorten(body)}`);
  const rest = due.length - told.length;
  return {
    to: first?.email ?? "",
    subject,
    sentences: rest > 0 ? [...told, `And ${rest} more.`] : told,
    act: { label: "Open your inbox", url: `${origin}/inbox` },
    footnote: "You get this since you work on these decks. What you hear of each is set in its comments, under Notifications.",
  };
}

function shorten(body: string): string {
  const line = body.replace(/\s+/g, " ");
  return line.length > maxQuotedLength ? `${line.slice(0, maxQuotedLength)}…` : line;
}

/** Once one of a person's items is due, all that wait go into the same letter. */
const claimSql = `
  WITH waiting AS (
    SELECT i.id, i.user_id, i.reason, i.created_at FROM inbox_item i JOIN person p ON p.id = i.user_id
     WHERE i.seen_at IS NULL AND i.handled_at IS NULL AND i.mailed_at IS NULL AND p.is_anonymous IS NOT TRUE AND ${isReachableSql}
  ), due AS (
    SELECT DISTINCT user_id FROM waiting
     WHERE created_at <= now() - CASE WHEN reason = 'mention' THEN make_interval(mins => $1::int) ELSE make_interval(hours => $2::int) END
  ), claimed AS (
    UPDATE inbox_item i SET mailed_at = now() FROM waiting w JOIN due USING (user_id)
     WHERE i.id = w.id AND i.mailed_at IS NULL RETURNING i.user_id, i.deck_id, i.comment_id, i.reason, i.created_at
  )
  SELECT c.user_id, p.email, c.reason, coalesce(d.name, x.title) AS deck, a.name AS author, m.body
    FROM claimed c JOIN person p ON p.id = c.user_id JOIN deck d ON d.id = c.deck_id AND d.trashed_at IS NULL
    JOIN deck_text x ON x.deck_id = d.id JOIN comment m ON m.id = c.comment_id LEFT JOIN person a ON a.id = m.author_id
   ORDER BY c.user_id, c.created_at`;
