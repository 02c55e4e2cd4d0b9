import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AccountForm } from "@/components/account/account-form";
import { nextPath, type SearchParams } from "@/components/account/next-path";
import { SmallPage } from "@/components/ui/page-frame";
import { oidcOf } from "@/lib/http/auth";
import { pageSession } from "@/lib/http/page-session";
import { runtime } from "@/lib/runtime";

export const metadata: Metadata = { title: "Sign up" };

export default async function SignUpPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const next = nextPath((await searchParams)["next"]);
  const session = await pageSession();
  if (session && !session.isGuest) redirect(next);
  const { env } = runtime();
  const oidcName = oidcOf(env) === undefined ? undefined : env.OIDC_NAME;
  const sentence = session ? "The decks you wrote as a guest come along." : "Your decks on every device, and nothing else to set up.";
  return (
    <SmallPage title="Sign up" sentence={sentence}>
      <AccountForm mode="sign-up" next={next} oidcName={oidcName} guestName={session?.name} />
    </SmallPage>
  );
}
