import type { DeckId } from "@/lib/api/ids";
import type { Runtime } from "@/lib/runtime";
import { findPhone, type Phone } from "@/lib/workspace/talks/phones";

const name = "lectern_phone";
/** No talk is longer; the key ends with its talk anyway. */
const maxAgeS = 12 * 3600;

/** Keeps a phone's key where no script of a page reads it and no other site sends it. */
export function phoneCookie(key: string, { isSecure }: { readonly isSecure: boolean }): string {
  return `${name}=${key}; Path=/; Max-Age=${maxAgeS}; HttpOnly; SameSite=Strict${isSecure ? "; Secure" : ""}`;
}

/** The paired phone that asks, where it is one of a talk of this deck that runs. */
export async function phoneOf(runtime: Pick<Runtime, "pool">, headers: Headers, deckId: DeckId): Promise<Phone | undefined> {
  const key = new RegExp(`(?:^|;\\s*)${name}=([0-9a-z]+)(?:;|$)`).exec(headers.get("cookie") ?? "")?.[1];
  const phone = key === undefined ? undefined : await findPhone(runtime, key);
  return phone?.deckId === deckId ? phone : undefined;
}
