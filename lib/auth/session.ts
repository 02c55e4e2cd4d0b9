import { userIdSchema, type TeamId, type TokenId, type UserId } from "@/lib/api/ids";
import type { TokenScope } from "@/lib/api/tokens";
import type { Auth } from "@/lib/auth/auth";
import { isGuestEmail } from "@/lib/auth/guest";

/** Who asks. A guest who picked no name yet has an empty one. */
export interface Session {
  /** Of the session, or of the token that a program shows. */
  readonly id: string;
  readonly userId: UserId;
  readonly name: string;
  readonly isGuest: boolean;
  /** Undefined for guests. */
  readonly email: string | undefined;
  /** What a program may do that shows a token; undefined for a person in a browser. */
  readonly token?: TokenLimits;
}

export interface TokenLimits {
  readonly id: TokenId;
  readonly scope: TokenScope;
  /** It reaches the decks of this team alone. */
  readonly teamId: TeamId | undefined;
}

export interface SessionLookup {
  readonly session: Session | undefined;
  /** Cookies that prolong the session; to be handed on with the answer. */
  readonly setCookies: readonly string[];
}

/** The session of a request's cookie, with the cookies that keep it alive; undefined for a stranger. */
export async function lookUpSession(auth: Auth, headers: Headers): Promise<SessionLookup> {
  // Most requests of strangers carry neither: no question to the database for them.
  if (!headers.has("cookie") && !headers.has("authorization")) return { session: undefined, setCookies: [] };
  const { response, headers: answered } = await auth.api.getSession({ headers, returnHeaders: true });
  const setCookies = answered?.getSetCookie() ?? [];
  if (!response) return { session: undefined, setCookies };
  const { user, session } = response;
  const userId = userIdSchema.parse(user.id);
  return { session: toSession({ id: session.id, userId, name: user.name, isGuest: user.isAnonymous === true, email: user.email }), setCookies };
}

/** As the rows have it: a guest's address is a placeholder. */
export function toSession({ id, userId, name, isGuest, email }: Omit<Session, "email" | "token"> & { readonly email: string }): Session {
  return { id, userId, name, isGuest, email: isGuest || isGuestEmail(email) ? undefined : email };
}
