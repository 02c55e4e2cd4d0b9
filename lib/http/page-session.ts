import { cache } from "react";
import { headers } from "next/headers";
import type { Me } from "@/lib/api/account";
import type { Session } from "@/lib/auth/session";
import { findSession } from "@/lib/http/find-session";
import { runtime } from "@/lib/runtime";

/** Who asks for this page; undefined for a stranger. Asked once a request, however many parts of the page want to know. */
export const pageSession = cache(async (): Promise<Session | undefined> => (await findSession(runtime(), await headers())).session);

/** The same person as the API's `GET /api/me` shows them: for handing to components. */
export function toMe({ userId, name, isGuest, email }: Session): Me {
  return { id: userId, name, isGuest, email: email ?? null };
}

/** Who asks for this page, for components that strangers see too. */
export async function pageMe(): Promise<Me | undefined> {
  const session = await pageSession();
  return session && toMe(session);
}
