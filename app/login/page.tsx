import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AccountForm } from "@/components/account/account-form";
import { nextPath, type SearchParams } from "@/components/account/next-path";
import { SmallPage } from "@/components/ui/page-frame";
import { pageSession } from "@/lib/http/page-session";

export const metadata: Metadata = { title: "Sign in" };

export default async function LoginPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const next = nextPath((await searchParams)["next"]);
  const session = await pageSession();
  if (session && !session.isGuest) redirect(next);
  return (
    <SmallPage title="Sign in" sentence={session ? "The decks you wrote as a guest come along." : undefined}>
      <AccountForm mode="sign-in" next={next} />
    </SmallPage>
  );
}
