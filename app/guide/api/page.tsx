import type { Metadata } from "next";
import { AccountMenu } from "@/components/account/account-menu";
import { ApiReference } from "@/components/guide/api/api-reference";
import { ButtonLink } from "@/components/ui/button-link";
import { PageBar } from "@/components/ui/page-frame";
import { pageSession, toMe } from "@/lib/http/page-session";

export const metadata: Metadata = { title: "API", description: "Every call that a program can make, with what it sends and gets." };

export default async function ApiPage() {
  const session = await pageSession();
  return (
    <div className="flex min-h-dvh flex-col">
      <PageBar>
        <ButtonLink href="/guide" variant="ghost">
          Guide
        </ButtonLink>
        {session ? (
          <AccountMenu me={toMe(session)} />
        ) : (
          <ButtonLink href="/login?next=/account/tokens" variant="ghost">
            Sign in
          </ButtonLink>
        )}
      </PageBar>
      <ApiReference />
    </div>
  );
}
