import type { Metadata } from "next";
import { AccountMenu } from "@/components/account/account-menu";
import { Guide } from "@/components/guide/guide";
import { ButtonLink } from "@/components/ui/button-link";
import { PageBar } from "@/components/ui/page-frame";
import { pageSession, toMe } from "@/lib/http/page-session";

export const metadata: Metadata = {
  title: "Deck language",
  description: "Everything that a deck may hold, each with an example that you can change, and what comes over from other tools.",
};

export default async function GuidePage() {
  const session = await pageSession();
  return (
    <div className="flex min-h-dvh flex-col">
      <PageBar>
        <ButtonLink href="/guide/api" variant="ghost">
          API
        </ButtonLink>
        {session ? (
          <>
            <ButtonLink href="/decks" variant="ghost">
              Your decks
            </ButtonLink>
            <AccountMenu me={toMe(session)} />
          </>
        ) : (
          <ButtonLink href="/login" variant="ghost">
            Sign in
          </ButtonLink>
        )}
      </PageBar>
      <Guide />
    </div>
  );
}
