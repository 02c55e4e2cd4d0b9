import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Webhooks } from "@/components/webhooks/webhooks";
import { pageSession, toMe } from "@/lib/http/page-session";
import { runtime } from "@/lib/runtime";
import { mayInTeam } from "@/lib/workspace/policies";
import { listTeams } from "@/lib/workspace/teams/get";
import { listWebhooks } from "@/lib/workspace/webhooks/manage";

export const metadata: Metadata = { title: "Webhooks" };

/** Who is told of all decks of a team; for those who run it. */
export default async function TeamWebhooksPage({ params }: { readonly params: Promise<{ readonly slug: string }> }) {
  const { slug } = await params;
  const session = await pageSession();
  if (!session) redirect(`/login?next=${encodeURIComponent(`/teams/${slug}/webhooks`)}`);
  const team = (await listTeams(runtime(), session.userId)).find((one) => one.slug === slug);
  if (!team || !mayInTeam(team.role, "manage")) return notFound();
  const first = await listWebhooks(runtime(), { teamId: team.id });
  return (
    <Webhooks
      me={toMe(session)}
      back={{ href: `/teams/${slug}`, label: "Back to the team" }}
      owner={`/api/teams/${team.id}`}
      of={`the decks of ${team.name}`}
      first={first}
      drawnAt={new Date().toISOString()}
    />
  );
}
