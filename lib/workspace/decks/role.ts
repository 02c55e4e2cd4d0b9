import { AppError } from "@/lib/errors";
import type { DeckId, UserId } from "@/lib/api/ids";
import { queryPrepared } from "@/lib/db/prepared";
import type { Database } from "@/lib/workspace/database";
import { nameWithin } from "@/lib/collab/protocol/person-name";
import { deckRights, highestRole, may, roleOnTeamDecks, socketRole, type DeckAction, type DeckRole } from "@/lib/workspace/policies";

/** What the person `$1` was given on decks of others: by name, by a link that still counts, or as a member of a team. */
export const grantedSql = `
  SELECT g.deck_id, 'grant' AS via, g."right" AS word FROM deck_grant g LEFT JOIN deck_link l ON l.id = g.via_link_id
   WHERE g.user_id = $1 AND (l.id IS NULL OR (l.revoked_at IS NULL AND (l.expires_at IS NULL OR l.expires_at > now())))
  UNION ALL
  SELECT g.deck_id, 'grant', g."right" FROM team_member m JOIN deck_grant g ON g.team_id = m.team_id
   WHERE m.user_id = $1 AND m.role <> 'guest'`;

/**
 * Every way in which the person `$1` holds something on a deck, one row each: `held(deck_id, via, word)`. A right that
 * came by a link ends with the link: withdrawn or expired, it counts no more.
 */
export const heldSql = `
  SELECT d.id AS deck_id, 'owner' AS via, '' AS word FROM deck d WHERE d.owner_user_id = $1
  UNION ALL
  SELECT d.id, 'team', m.role FROM team_member m JOIN deck d ON d.owner_team_id = m.team_id WHERE m.user_id = $1
  UNION ALL ${grantedSql}`;

/** One row of `heldSql`, as `via:word`. */
export function roleHeld(held: string): DeckRole | undefined {
  const [via, word = ""] = held.split(":");
  if (via === "owner") return "owner";
  return via === "team" ? roleOnTeamDecks(word) : deckRights.find((right) => right === word);
}

/** The role that several rows of `heldSql` add up to. */
export function roleOfHeld(held: readonly string[]): DeckRole | undefined {
  return highestRole(held.map(roleHeld).filter((role) => role !== undefined));
}

/**
 * What somebody is to a deck; undefined where they are nothing to it or it doesn't exist. A deck in the trash is
 * there for its owners alone.
 */
export async function roleOn(
  { pool }: Pick<Database, "pool">,
  deckId: DeckId,
  { userId }: { readonly userId: UserId },
): Promise<DeckRole | undefined> {
  const { rows } = await queryPrepared<{ held: string; trashed: boolean }>(pool, { text: roleSql, values: [userId, deckId] });
  const role = roleOfHeld(rows.map((row) => row.held));
  return rows[0]?.trashed === true && role !== "owner" ? undefined : role;
}

const roleSql = `
  SELECT held.via || ':' || held.word AS held, d.trashed_at IS NOT NULL AS trashed
    FROM (${heldSql}) held JOIN deck d ON d.id = held.deck_id WHERE held.deck_id = $2`;

/**
 * The role, where it allows the action; else throws 404 (no right at all), 403 (too small a right), or 410 where the
 * deck is in the trash: who wrote in it hears that, and not that it never was.
 */
export async function requireRole(
  database: Pick<Database, "pool">,
  deckId: DeckId,
  { userId, action }: { readonly userId: UserId; readonly action: DeckAction },
): Promise<DeckRole> {
  const role = await roleOn(database, deckId, { userId });
  if (role === undefined) throw (await deletedFor(database, deckId, userId)) ?? deckNotFound();
  requireMay(role, action);
  return role;
}

/** Throws 403 where the role is too small for the action. */
export function requireMay(role: DeckRole, action: DeckAction): void {
  if (!may(role, action)) throw new AppError("forbidden", forbiddenSentences[action]);
}

/** What somebody is told who has a right on a deck that is in the trash. Only its owner can have put it there. */
async function deletedFor({ pool }: Pick<Database, "pool">, deckId: DeckId, userId: UserId): Promise<AppError | undefined> {
  const { rows } = await pool.query<{ owner: string | null }>(
    `SELECT CASE WHEN d.owner_user_id IS NULL THEN NULL ELSE coalesce(p.name, '') END AS owner
       FROM (${heldSql}) held JOIN deck d ON d.id = held.deck_id LEFT JOIN person p ON p.id = d.owner_user_id
      WHERE held.deck_id = $2 AND d.trashed_at IS NOT NULL LIMIT 1`,
    [userId, deckId],
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  return new AppError("gone", row.owner === null ? "This deck was deleted." : `This deck was deleted by ${nameWithin(row.owner)}.`);
}

/** The one answer for a deck that doesn't exist and for one that isn't yours, so that neither can be told apart. */
export function deckNotFound(): AppError {
  return new AppError("not-found", "There is no such deck, or it has not been shared with you.");
}

/**
 * For the collaboration socket: what this person counts as there at this moment; undefined where they lost every right, or
 * where the session or token that they came by has ended. A deck in the trash is edited by nobody.
 */
export async function currentRole(
  { pool }: Pick<Database, "pool">,
  deckId: DeckId,
  userId: UserId,
  sessionId?: string,
): Promise<ReturnType<typeof socketRole>> {
  const { rows } = await queryPrepared<{ held: string }>(pool, { text: currentRoleSql, values: [userId, deckId, sessionId ?? null] });
  const role = roleOfHeld(rows.map((row) => row.held));
  return role && socketRole(role);
}

/** Whether the session or token `$3` of the person `$1` still counts. */
const isSignedInSql = `(
  EXISTS (SELECT FROM session s WHERE s.id = $3 AND s.user_id = $1 AND s.expires_at > now())
  OR EXISTS (SELECT FROM api_token a WHERE a.id = $3 AND a.user_id = $1 AND (a.expires_at IS NULL OR a.expires_at > now())))`;
const currentRoleSql = `
  SELECT held.via || ':' || held.word AS held FROM (${heldSql}) held JOIN deck d ON d.id = held.deck_id
   WHERE held.deck_id = $2 AND d.trashed_at IS NULL AND ($3::uuid IS NULL OR ${isSignedInSql})`;

const askForEdit = "Ask its owner to let you edit.";
const forbiddenSentences: Readonly<Record<DeckAction, string>> = {
  read: "You may not see this deck.",
  readNotes: "You may see this deck's slides, but not its speaker notes.",
  exportMarkdown: "You may see this deck's slides, but not take its text. Ask its owner to let you comment or edit.",
  comment: "You may see this deck, but not comment on it. Ask its owner to let you comment.",
  moderate: "Only its owner may delete what others said.",
  drive: "You may not present this deck to others. Ask its owner to let you present.",
  edit: `You may see this deck, but not change it. ${askForEdit}`,
  addFiles: `You may see this deck, but not add pictures to it. ${askForEdit}`,
  rename: `You may see this deck, but not rename it. ${askForEdit}`,
  organize: `You may see this deck, but not say where it lies or what it is tagged with. ${askForEdit}`,
  share: `You may see this deck, but not share it. ${askForEdit}`,
  publish: `You may see this deck, but not publish it. ${askForEdit}`,
  readHistory: "You may see this deck's slides, but not its history. Ask its owner to let you comment or edit.",
  keepVersion: `You may see this deck's history, but not keep or name versions. ${askForEdit}`,
  restore: `You may see this deck, but not change it. ${askForEdit}`,
  trash: "Only its owner may put this deck into the trash.",
  transfer: "Only its owner may hand this deck over.",
};
