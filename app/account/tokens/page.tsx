import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Tokens } from "@/components/account/tokens/tokens";
import { pageSession, toMe } from "@/lib/http/page-session";
import { runtime } from "@/lib/runtime";
import { listTokens } from "@/lib/workspace/tokens/list";

export const metadata: Metadata = { title: "API tokens" };

export default async function TokensPage() {
  const session = await pageSession();
  if (!session) redirect("/login?next=/account/tokens");
  return <Tokens me={toMe(session)} first={await listTokens(runtime(), session.userId)} drawnAt={new Date().toISOString()} />;
}
