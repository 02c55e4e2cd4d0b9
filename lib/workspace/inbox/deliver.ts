import type { DeckId, UserId } from "@/lib/api/ids";
import type { InboxItem, WatchLevel } from "@/lib/api/inbox";
import type { Database } from "@/lib/workspace/database";
import { mentionsIn } from "@/lib/workspace/inbox/mentions";
import { levelSql } from "@/lib/workspace/inbox/watch";
import { peopleOfDeck } from "@/lib/workspace/people/of-deck";

/** What somebody said, and where. */
export interface SaidComment {
  readonly commentId: string;
  readonly threadId: string;
  readonly authorId: UserId;
  readonly body: string;
}

/**
 * Puts a comment into the inboxes of those whom it concerns: whom it speaks to always, others by what they wish to hear of
 * this deck. Who may no longer comment hears nothing.
 */
export async function deliverComment(
  { pool }: Pick<Database, "pool">,
  deckId: DeckId,
  { commentId, threadId, authorId, body }: SaidComment,
): Promise<void> {
  const people = (await peopleOfDeck({ pool }, deckId, { action: "comment" })).filter(({ id }) => id !== authorId);
  if (people.length === 0) return;
  const mentioned = new Set(mentionsIn(body, people).map(({ id }) => id));
  const { rows } = await pool.query<{ id: UserId; level: WatchLevel; takes_part: boolean }>(wishesSql, [
    deckId,
    people.map(({ id }) => id),
    threadId,
  ]);
  const recipients = rows.flatMap(({ id, level, takes_part }) => {
    const reason = mentioned.has(id) ? "mention" : reasonFor(level, takes_part);
    return reason === undefined ? [] : [{ id, reason }];
  });
  await pool.query(insertSql, [deckId, commentId, recipients.map(({ id }) => id), recipients.map(({ reason }) => reason)]);
}

function reasonFor(level: WatchLevel, takesPart: boolean): InboxItem["reason"] | undefined {
  switch (level) {
    case "watching":
      return takesPart ? "reply" : "comment";
    case "participating":
      return takesPart ? "reply" : undefined;
    case "mentions":
    case "mute":
      return undefined;
  }
}

const wishesSql = `
  SELECT p.id, ${levelSql("p.id")} AS level,
         EXISTS (SELECT FROM comment c WHERE c.thread_id = $3 AND c.author_id = p.id) AS takes_part
    FROM unnest($2::uuid[]) AS p (id) JOIN deck d ON d.id = $1 LEFT JOIN deck_watch w ON w.deck_id = $1 AND w.user_id = p.id`;

/** Who was deleted meanwhile gets none. */
const insertSql = `
  INSERT INTO inbox_item (user_id, deck_id, comment_id, reason)
  SELECT r.id, $1, $2, r.reason FROM unnest($3::uuid[], $4::text[]) AS r (id, reason) JOIN person p ON p.id = r.id
  ON CONFLICT (user_id, comment_id) DO NOTHING`;
