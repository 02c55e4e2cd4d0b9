import { AppError } from "@/lib/errors";
import type { JoinOffer } from "@/lib/api/links";
import type { Database } from "@/lib/workspace/database";
import { linkEndedSql } from "@/lib/workspace/links/deck-link";
import type { DeckRight } from "@/lib/workspace/policies";

/** What a join link offers, before anybody agrees. Throws 404 for an address nobody made, 410 for one that ended. */
export async function findJoinOffer({ pool }: Pick<Database, "pool">, token: string): Promise<JoinOffer> {
  const { rows } = await pool.query<{ title: string; right: DeckRight; needs_password: boolean; has_ended: boolean }>(
    `SELECT coalesce(d.name, t.title, '') AS title, l."right", l.password_hash IS NOT NULL AS needs_password,
            ${linkEndedSql} OR d.trashed_at IS NOT NULL AS has_ended
       FROM deck_link l JOIN deck d ON d.id = l.deck_id LEFT JOIN deck_text t ON t.deck_id = d.id WHERE l.token = $1 AND l.kind = 'join'`,
    [token],
  );
  const [link] = rows;
  if (!link) throw joinLinkNotFound();
  if (link.has_ended) throw joinLinkEnded();
  return { title: link.title, right: link.right, needsPassword: link.needs_password };
}

export function joinLinkNotFound(): AppError {
  return new AppError("not-found", "There is no such link. Check that you copied all of it.");
}

export function joinLinkEnded(): AppError {
  return new AppError("gone", "This link was withdrawn or has ended. Ask whoever sent it for a new one.");
}
