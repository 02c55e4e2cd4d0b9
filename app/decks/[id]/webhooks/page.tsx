import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Webhooks } from "@/components/webhooks/webhooks";
import { deckIdSchema } from "@/lib/api/ids";
import { pageSession, toMe } from "@/lib/http/page-session";
import { runtime } from "@/lib/runtime";
import { getDeck } from "@/lib/workspace/decks/get";
import { roleOn } from "@/lib/workspace/decks/role";
import { may } from "@/lib/workspace/policies";
import { listWebhooks } from "@/lib/workspace/webhooks/manage";

export const metadata: Metadata = { title: "Webhooks" };

export default async function WebhooksPage({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const { id } = await params;
  const session = await pageSession();
  if (!session) redirect(`/login?next=${encodeURIComponent(`/decks/${id}/webhooks`)}`);
  const known = deckIdSchema.safeParse(id);
  const role = known.success ? await roleOn(runtime(), known.data, { userId: session.userId }) : undefined;
  if (!known.success || role === undefined || !may(role, "share")) return notFound();
  const deckId = known.data;
  const [deck, first] = await Promise.all([getDeck(runtime(), deckId, { userId: session.userId, role }), listWebhooks(runtime(), { deckId })]);
  return (
    <Webhooks
      me={toMe(session)}
      back={{ href: `/decks/${deckId}`, label: "Back to the deck" }}
      owner={`/api/decks/${deckId}`}
      of={deck.title}
      first={first}
      drawnAt={new Date().toISOString()}
    />
  );
}
