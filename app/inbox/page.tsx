import type { Metadata } from "next";
import { Stranger } from "@/components/dashboard/stranger";
import { Inbox } from "@/components/inbox/inbox";
import { pageSession, toMe } from "@/lib/http/page-session";

export const metadata: Metadata = { title: "Inbox" };

export default async function InboxPage() {
  const session = await pageSession();
  return session === undefined ? <Stranger /> : <Inbox me={toMe(session)} />;
}
