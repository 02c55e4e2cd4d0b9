import type { Metadata } from "next";
import type { SearchParams } from "@/components/account/next-path";
import { ResetForm } from "@/components/account/password-forms";
import { ButtonLink } from "@/components/ui/button-link";
import { SmallPage } from "@/components/ui/page-frame";

export const metadata: Metadata = { title: "New password", referrer: "no-referrer" };

export default async function ResetPasswordPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const { token } = await searchParams;
  if (typeof token !== "string") {
    return (
      <SmallPage title="This address no longer works" sentence="The way to a new password works once, for an hour. Ask for another letter.">
        <ButtonLink href="/forgot-password" className="mt-6">
          Another letter
        </ButtonLink>
      </SmallPage>
    );
  }
  return (
    <SmallPage title="Choose a new password" sentence="You are signed out everywhere then, and sign in with it.">
      <ResetForm token={token} />
    </SmallPage>
  );
}
