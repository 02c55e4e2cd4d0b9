import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { Team } from "@/components/team/team";
import { originOfHeaders } from "@/lib/http/origin";
import { pageSession, toMe } from "@/lib/http/page-session";
import { runtime } from "@/lib/runtime";
import { findTeamId, getTeam } from "@/lib/workspace/teams/get";

export const metadata: Metadata = { title: "Team" };

/** A team as whoever is in it sees it; for everybody else there is nothing here. */
export default async function TeamPage({ params }: { readonly params: Promise<{ readonly slug: string }> }) {
  const { slug } = await params;
  const session = await pageSession();
  if (!session) redirect(`/login?next=${encodeURIComponent(`/teams/${slug}`)}`);
  const { userId } = session;
  const teamId = await findTeamId(runtime(), slug, userId);
  if (teamId === undefined) notFound();
  const team = await getTeam(runtime(), teamId, { userId, origin: originOfHeaders(await headers(), runtime().env) });
  return <Team me={toMe(session)} first={team} />;
}
