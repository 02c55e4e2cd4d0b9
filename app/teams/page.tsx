import type { Metadata } from "next";
import { Stranger } from "@/components/dashboard/stranger";
import { Teams } from "@/components/team/teams";
import { pageSession, toMe } from "@/lib/http/page-session";
import { runtime } from "@/lib/runtime";
import { listTeams } from "@/lib/workspace/teams/get";

export const metadata: Metadata = { title: "Teams" };

export default async function TeamsPage() {
  const session = await pageSession();
  if (!session) return <Stranger />;
  return <Teams me={toMe(session)} teams={await listTeams(runtime(), session.userId)} />;
}
