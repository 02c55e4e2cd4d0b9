import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AccountPage } from "@/components/account/account-page";
import type { SearchParams } from "@/components/account/next-path";
import { pageSession, toMe } from "@/lib/http/page-session";
import { runtime } from "@/lib/runtime";
import { getAccount } from "@/lib/workspace/people/account";
import { listSessions } from "@/lib/workspace/people/sessions";

export const metadata: Metadata = { title: "Account" };

export default async function Account({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const session = await pageSession();
  if (!session) redirect("/login?next=/account");
  const [asked, account, { sessions }] = await Promise.all([
    searchParams,
    getAccount(runtime(), session.userId),
    listSessions(runtime(), session.userId, { currentId: session.id }),
  ]);
  // A letter's link that can't confirm the address any more leads here with the reason.
  const isLate = asked["error"] !== undefined && !account.isVerified;
  return <AccountPage me={toMe(session)} account={account} sessions={sessions} isLate={isLate} drawnAt={new Date().toISOString()} />;
}
