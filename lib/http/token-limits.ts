import { tokenScopes, type TokenScope } from "@/lib/api/tokens";
import type { DeckId, TeamId } from "@/lib/api/ids";
import type { Session } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import type { Runtime } from "@/lib/runtime";
import { deckNotFound } from "@/lib/workspace/decks/role";
import type { DeckAction } from "@/lib/workspace/policies";

/** The scope that a token needs for what is done with a deck. */
const scopeOfAction: Readonly<Record<DeckAction, TokenScope>> = {
  read: "read",
  readNotes: "read",
  exportMarkdown: "read",
  readHistory: "read",
  comment: "write",
  moderate: "write",
  edit: "write",
  addFiles: "write",
  rename: "write",
  organize: "write",
  keepVersion: "write",
  restore: "write",
  drive: "publish",
  share: "publish",
  publish: "publish",
  trash: "publish",
  transfer: "publish",
};

/** Throws 403 where a token's scope is too small. People in a browser have no scope. */
export function requireScope({ token }: Pick<Session, "token">, needed: TokenScope): void {
  if (!token || tokenScopes.indexOf(token.scope) >= tokenScopes.indexOf(needed)) return;
  throw new AppError("forbidden", `This token may only ${token.scope}. Make one in your account that may ${needed}.`);
}

/**
 * As `requireScope`, for a deck: one of a team finds the team's decks alone, as if there were no others. What changes
 * something needs leave to write, though everybody who sees the deck may do it.
 */
export async function requireTokenOnDeck(
  { pool }: Pick<Runtime, "pool">,
  session: Pick<Session, "token">,
  { deckId, action, method = "GET" }: { readonly deckId: DeckId; readonly action: DeckAction; readonly method?: string },
): Promise<void> {
  if (!session.token) return;
  const { teamId } = session.token;
  if (teamId !== undefined) {
    const { rowCount } = await pool.query("SELECT FROM deck WHERE id = $1 AND owner_team_id = $2", [deckId, teamId]);
    if (rowCount === 0) throw deckNotFound();
  }
  if (method !== "GET") requireScope(session, "write");
  requireScope(session, scopeOfAction[action]);
}

/**
 * Beyond decks a token needs the call's leave; one of a team has business only with calls that keep to `teamOf` the token
 * (`takesTeams`).
 */
export function requireTokenLeave(session: Session, needed: TokenScope | undefined, { takesTeams = false } = {}): void {
  if (!session.token) return;
  if (needed === undefined) throw new AppError("forbidden", "This can't be done with a token. Sign in, and do it in your account.");
  if (session.token.teamId !== undefined && !takesTeams)
    throw new AppError("forbidden", "This token is for the decks of one team. Use one of your own for this.");
  requireScope(session, needed);
}

/** The one team whose decks this program reaches; undefined for a person, and for a token of all of theirs. */
export function teamOf({ token }: Pick<Session, "token">): TeamId | undefined {
  return token?.teamId;
}

/** Who is to own what is made: a team's token makes things of its team, and 403 of another. */
export function requireTokenTeam(session: Pick<Session, "token">, asked: TeamId | undefined): TeamId | undefined {
  const own = teamOf(session);
  if (own !== undefined && asked !== undefined && asked !== own) throw new AppError("forbidden", "This token is for the decks of another team.");
  return own ?? asked;
}
