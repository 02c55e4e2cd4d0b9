import { sessionCookiePrefix, type Auth } from "@/lib/auth/auth";
import { lookUpSession } from "@/lib/auth/session";

/**
 * The headers of somebody who comes to sign in or up, without the cookie of a session that ended elsewhere: where better-auth
 * meets one while it looks for a guest, it deletes the cookie of the session that it has just begun, and nobody is signed in.
 */
export async function withoutEndedSession(auth: Auth, headers: Headers): Promise<Headers> {
  const cookies = (headers.get("cookie") ?? "").split(/; */);
  const others = cookies.filter((cookie) => !sessionCookie.test(cookie));
  if (others.length === cookies.length || (await lookUpSession(auth, headers)).session !== undefined) return headers;
  const left = new Headers(headers);
  left.delete("cookie");
  if (others.length > 0) left.set("cookie", others.join("; "));
  return left;
}

const sessionCookie = new RegExp(`^(?:__Secure-)?${sessionCookiePrefix}\\.(?:session_token|session_data)=`);
