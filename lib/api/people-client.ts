import { deckPath } from "@/lib/api/client";
import { deckSchema, type DeckInfo } from "@/lib/api/decks";
import { sentInvitationSchema, type InviteToDeckBody, type SentInvitation } from "@/lib/api/invitations";
import { deckPeopleSchema, type CopyDeckBody, type DeckPeople, type SetOwnerBody, type SetRightBody } from "@/lib/api/people";
import { callJson, callNothing, type CallOptions } from "@/lib/api/transport";

/** Who has access to a deck. */

export function listDeckPeople(deckId: string, options: CallOptions = {}): Promise<DeckPeople> {
  return callJson(deckPeopleSchema, "GET", `${deckPath(deckId)}/people`, options);
}

/** Gives somebody who has access this right, in place of what they hold. */
export function setRight(deckId: string, userId: string, body: SetRightBody): Promise<void> {
  return callNothing("PATCH", `${deckPath(deckId)}/people/${userId}`, { json: body });
}

export function removePerson(deckId: string, userId: string): Promise<void> {
  return callNothing("DELETE", `${deckPath(deckId)}/people/${userId}`);
}

export function setTeamRight(deckId: string, teamId: string, body: SetRightBody): Promise<void> {
  return callNothing("PUT", `${deckPath(deckId)}/teams/${teamId}`, { json: body });
}

export function removeTeam(deckId: string, teamId: string): Promise<void> {
  return callNothing("DELETE", `${deckPath(deckId)}/teams/${teamId}`);
}

/** Invites somebody by mail; where no letter goes out, the answer has the address to hand on. */
export function inviteToDeck(deckId: string, body: InviteToDeckBody): Promise<SentInvitation> {
  return callJson(sentInvitationSchema, "POST", `${deckPath(deckId)}/invitations`, { json: body });
}

export function resendDeckInvitation(deckId: string, invitationId: string): Promise<SentInvitation> {
  return callJson(sentInvitationSchema, "POST", `${deckPath(deckId)}/invitations/${invitationId}`);
}

export function withdrawDeckInvitation(deckId: string, invitationId: string): Promise<void> {
  return callNothing("DELETE", `${deckPath(deckId)}/invitations/${invitationId}`);
}

/** Hands the deck over to a person or a team. */
export function setDeckOwner(deckId: string, body: SetOwnerBody): Promise<void> {
  return callNothing("PUT", `${deckPath(deckId)}/owner`, { json: body });
}

/** Makes a deck of its own of this one's text, files and pictures. */
export function copyDeck(deckId: string, body: CopyDeckBody = {}): Promise<DeckInfo> {
  return callJson(deckSchema, "POST", `${deckPath(deckId)}/copy`, { json: body });
}
