"use client";
import { AgreeForm } from "@/components/share/agree-form";
import { ButtonLink } from "@/components/ui/button-link";
import type { InvitationOffer } from "@/lib/api/invitations";
import { acceptInvitation } from "@/lib/api/teams-client";

export interface AcceptFormProps {
  readonly token: string;
  readonly offer: InvitationOffer;
  /** Who the visitor is here; undefined for a stranger. */
  readonly who: { readonly name: string; readonly isGuest: boolean } | undefined;
}

/** Accepts an invitation: as whoever is signed in, to a deck also as a guest, who is asked for a name. */
export function AcceptForm({ token, offer, who }: AcceptFormProps) {
  if (offer.kind === "team" && (who === undefined || who.isGuest)) return <AccountFirst token={token} isGuest={who !== undefined} />;
  const accept = async () => {
    const accepted = await acceptInvitation(token);
    return accepted.kind === "deck" ? `/decks/${accepted.deckId}` : `/teams/${accepted.slug}`;
  };
  return <AgreeForm act="Accept" name={who?.name ?? ""} onAgree={accept} />;
}

function AccountFirst({ token, isGuest }: { readonly token: string; readonly isGuest: boolean }) {
  const next = encodeURIComponent(`/invitations/${token}`);
  return (
    <div className="mt-6 flex flex-col gap-3">
      <p className="text-dim">
        A team needs an account, so that its people know each other.{isGuest ? " The decks you wrote as a guest come along." : ""}
      </p>
      <ButtonLink href={`/signup?next=${next}`} variant="primary" size="lg">
        Sign up
      </ButtonLink>
      <ButtonLink href={`/login?next=${next}`} size="lg">
        I have an account
      </ButtonLink>
    </div>
  );
}
