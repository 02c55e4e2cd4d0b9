import type { PoolClient } from "pg";
import type { DeckId, TeamId, UserId } from "@/lib/api/ids";
import { AppError } from "@/lib/errors";
import { inTransaction, type Database } from "@/lib/workspace/database";
import { heldSql } from "@/lib/workspace/decks/role";

/**
 * Hands a deck over to a person or a team, out of the folder that it lay in. Who owned it keeps the right to edit, a team for all its members: nobody
 * loses sight of a deck by it. A person has to have access already, and an account, so that the deck can't be forgotten with
 * a guest's cookie; a team has to be one of whoever hands over. Throws 422 else. The caller has open pages look again.
 */
export async function transferDeck(
  { pool }: Pick<Database, "pool">,
  deckId: DeckId,
  { to, by }: { readonly to: { readonly userId: UserId } | { readonly teamId: TeamId }; readonly by: UserId },
): Promise<void> {
  await inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<Owner>("SELECT owner_user_id, owner_team_id FROM deck WHERE id = $1 FOR UPDATE", [deckId]);
    const [owner] = rows;
    if (!owner) return;
    if ("userId" in to) await toPerson(tx, deckId, { owner, userId: to.userId });
    else await toTeam(tx, deckId, { owner, teamId: to.teamId, by });
  });
}

interface Owner {
  readonly owner_user_id: string | null;
  readonly owner_team_id: string | null;
}

async function toPerson(tx: PoolClient, deckId: DeckId, { owner, userId }: { readonly owner: Owner; readonly userId: UserId }): Promise<void> {
  if (owner.owner_user_id === userId) return;
  const { rows } = await tx.query<{ is_guest: boolean }>(
    `SELECT coalesce(p.is_anonymous, false) AS is_guest FROM person p WHERE p.id = $1 AND EXISTS (SELECT FROM (${heldSql}) held WHERE held.deck_id = $2)`,
    [userId, deckId],
  );
  const [person] = rows;
  if (!person) throw new AppError("unprocessable", "Only somebody who has access to the deck can become its owner. Invite them first.");
  if (person.is_guest) throw new AppError("unprocessable", "A guest can’t become the owner of a deck. Ask them to sign up first.");
  await tx.query("DELETE FROM deck_grant WHERE deck_id = $1 AND user_id = $2", [deckId, userId]);
  await tx.query("UPDATE deck SET owner_user_id = $2, owner_team_id = NULL, folder_id = NULL WHERE id = $1", [deckId, userId]);
  await keepRight(tx, deckId, owner);
}

async function toTeam(
  tx: PoolClient,
  deckId: DeckId,
  { owner, teamId, by }: { readonly owner: Owner; readonly teamId: TeamId; readonly by: UserId },
): Promise<void> {
  if (owner.owner_team_id === teamId) return;
  const { rowCount } = await tx.query("SELECT FROM team_member WHERE team_id = $1 AND user_id = $2 AND role <> 'guest'", [teamId, by]);
  if (rowCount === 0) throw new AppError("unprocessable", "You can move a deck to a team that you belong to. You are in no such team.");
  await tx.query("DELETE FROM deck_grant WHERE deck_id = $1 AND team_id = $2", [deckId, teamId]);
  await tx.query("UPDATE deck SET owner_user_id = NULL, owner_team_id = $2, folder_id = NULL WHERE id = $1", [deckId, teamId]);
  await keepRight(tx, deckId, owner);
}

/** What the former owner goes on holding. */
async function keepRight(tx: PoolClient, deckId: DeckId, owner: Owner): Promise<void> {
  await tx.query(`INSERT INTO deck_grant (deck_id, user_id, team_id, "right") VALUES ($1, $2, $3, 'edit') ON CONFLICT DO NOTHING`, [
    deckId,
    owner.owner_user_id,
    owner.owner_team_id,
  ]);
}
