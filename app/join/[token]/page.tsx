import type { Metadata } from "next";
import { JoinForm } from "@/components/share/join-form";
import { shareWords } from "@/components/share/share-words";
import { ButtonLink } from "@/components/ui/button-link";
import { SmallPage } from "@/components/ui/page-frame";
import { AppError } from "@/lib/errors";
import { pageSession } from "@/lib/http/page-session";
import { runtime } from "@/lib/runtime";
import { findJoinOffer } from "@/lib/workspace/links/find-join";

export const metadata: Metadata = { title: "Join", robots: { index: false } };

export default async function JoinPage({ params }: { readonly params: Promise<{ readonly token: string }> }) {
  const { token } = await params;
  const [offer, session] = await Promise.all([findOffer(token), pageSession()]);
  if (offer instanceof AppError) {
    return (
      <SmallPage title={offer.code === "gone" ? "This link no longer works" : "This link leads nowhere"} sentence={offer.sentence}>
        <ButtonLink href="/" className="mt-6">
          Home
        </ButtonLink>
      </SmallPage>
    );
  }
  const { verb, offer: words } = shareWords[offer.right];
  return (
    <SmallPage title={`You are invited to ${verb} “${offer.title}”`} sentence={words}>
      <JoinForm token={token} needsPassword={offer.needsPassword} name={session?.name ?? ""} />
    </SmallPage>
  );
}

/** What the link offers, or the error that says why it offers nothing. */
async function findOffer(token: string) {
  try {
    return await findJoinOffer(runtime(), token);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}
