import type { Metadata } from "next";
import { AcceptForm } from "@/components/share/accept-form";
import { invitationWords } from "@/components/share/invitation-words";
import { ButtonLink } from "@/components/ui/button-link";
import { SmallPage } from "@/components/ui/page-frame";
import { AppError } from "@/lib/errors";
import { pageSession } from "@/lib/http/page-session";
import { runtime } from "@/lib/runtime";
import { findInvitation } from "@/lib/workspace/invitations/accept";

export const metadata: Metadata = { title: "Invitation", robots: { index: false } };

export default async function InvitationPage({ params }: { readonly params: Promise<{ readonly token: string }> }) {
  const { token } = await params;
  const [offer, session] = await Promise.all([findOffer(token), pageSession()]);
  if (offer instanceof AppError) {
    return (
      <SmallPage title={offer.code === "gone" ? "This invitation no longer works" : "There is no such invitation"} sentence={offer.sentence}>
        <ButtonLink href="/decks" className="mt-6">
          Your decks
        </ButtonLink>
      </SmallPage>
    );
  }
  const { title, sentence } = invitationWords(offer);
  return (
    <SmallPage title={title} sentence={sentence}>
      <AcceptForm token={token} offer={offer} who={session && { name: session.name, isGuest: session.isGuest }} />
    </SmallPage>
  );
}

/** What the invitation offers, or the error that says why it offers nothing. */
async function findOffer(token: string) {
  try {
    return await findInvitation(runtime(), token);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}
