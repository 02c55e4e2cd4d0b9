import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AccountMenu } from "@/components/account/account-menu";
import { Tokens } from "@/components/account/tokens/tokens";
import { ButtonLink } from "@/components/ui/button-link";
import { PageBar } from "@/components/ui/page-frame";
import { pageSession, toMe } from "@/lib/http/page-session";
import { runtime } from "@/lib/runtime";
import { listTokens } from "@/lib/workspace/tokens/list";

export const metadata: Metadata = { title: "API tokens" };

export default async function TokensPage() {
  const session = await pageSession();
  if (!session) redirect("/login?next=/account/tokens");
  return (
    <div className="flex min-h-dvh flex-col">
      <PageBar home="/decks">
        <ButtonLink href="/decks" variant="ghost">
          Your decks
        </ButtonLink>
        <AccountMenu me={toMe(session)} />
      </PageBar>
      <Tokens isGuest={session.isGuest} first={await listTokens(runtime(), session.userId)} drawnAt={new Date().toISOString()} />
    </div>
  );
}
