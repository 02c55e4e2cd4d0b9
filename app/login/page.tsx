import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AccountForm } from "@/components/account/account-form";
import { nextPath, type SearchParams } from "@/components/account/next-path";
import { oidcFailure } from "@/components/account/oidc-words";
import { SmallPage } from "@/components/ui/page-frame";
import { oidcOf } from "@/lib/http/auth";
import { pageSession } from "@/lib/http/page-session";
import { runtime } from "@/lib/runtime";

export const metadata: Metadata = { title: "Sign in" };

export default async function LoginPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const asked = await searchParams;
  const next = nextPath(asked["next"]);
  const session = await pageSession();
  if (session && !session.isGuest) redirect(next);
  const { env } = runtime();
  const oidcName = oidcOf(env) === undefined ? undefined : env.OIDC_NAME;
  return (
    <SmallPage
      title="Sign in"
      sentence={asked["error"] !== undefined ? oidcFailure(asked["error"]) : session ? "The decks you wrote as a guest come along." : undefined}
    >
      <AccountForm mode="sign-in" next={next} oidcName={oidcName} />
    </SmallPage>
  );
}
