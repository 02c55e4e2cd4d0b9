import { deckPath } from "@/lib/api/client";
import {
  joinedSchema,
  linkListSchema,
  linkSchema,
  type CreateLinkBody,
  type DeckLink,
  type Joined,
  type LinkList,
  type UpdateLinkBody,
} from "@/lib/api/links";
import { callJson, callNothing, type CallOptions } from "@/lib/api/transport";

/** Links of a deck, and joining by one. */

export function listLinks(deckId: string, options: CallOptions = {}): Promise<LinkList> {
  return callJson(linkListSchema, "GET", `${deckPath(deckId)}/links`, options);
}

export function createLink(deckId: string, body: CreateLinkBody): Promise<DeckLink> {
  return callJson(linkSchema, "POST", `${deckPath(deckId)}/links`, { json: body });
}

/** Changes a link at the same address. */
export function updateLink(deckId: string, linkId: string, body: UpdateLinkBody): Promise<DeckLink> {
  return callJson(linkSchema, "PATCH", `${deckPath(deckId)}/links/${encodeURIComponent(linkId)}`, { json: body });
}

/** Withdraws a link: its page answers 410, people who joined by it lose the right it gave. */
export function revokeLink(deckId: string, linkId: string): Promise<void> {
  return callNothing("DELETE", `${deckPath(deckId)}/links/${encodeURIComponent(linkId)}`);
}

export function joinDeck(token: string, { password }: { readonly password?: string } = {}): Promise<Joined> {
  return callJson(joinedSchema, "POST", `/api/join/${encodeURIComponent(token)}`, { json: { password } });
}
