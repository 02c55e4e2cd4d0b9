import { shareWords } from "@/components/share/share-words";
import { teamWords } from "@/components/team/team-words";
import type { InvitationOffer } from "@/lib/api/invitations";

/** What an invitation says to whoever opens it. */
export function invitationWords(offer: InvitationOffer): { readonly title: string; readonly sentence: string } {
  const who = offer.invitedBy ?? "Somebody";
  if (offer.kind === "team") return { title: `${who} invites you into the team “${offer.name}”`, sentence: teamWords[offer.role].offer };
  const { verb, offer: words } = shareWords[offer.right];
  return { title: `${who} invites you to ${verb} “${offer.title}”`, sentence: words };
}
