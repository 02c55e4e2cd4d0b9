import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AccountPage } from "@/components/account/account-page";
import { pageSession, toMe } from "@/lib/http/page-session";
import { runtime } from "@/lib/runtime";
import { getAccount } from "@/lib/workspace/people/account";
import { listSessions } from "@/lib/workspace/people/sessions";

export const metadata: Metadata = { title: "Account" };

export default async function Account() {
  const session = await pageSession();
  if (!session) redirect("/login?next=/account");
  const [account, { sessions }] = await Promise.all([
    getAccount(runtime(), session.userId),
    listSessions(runtime(), session.userId, { currentId: session.id }),
  ]);
  return <AccountPage me={toMe(session)} account={account} sessions={sessions} drawnAt={new Date().toISOString()} />;
}
