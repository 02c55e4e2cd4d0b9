import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { TalksPage } from "@/components/talks/talks-page";
import { deckIdSchema } from "@/lib/api/ids";
import { pageSession, toMe } from "@/lib/http/page-session";
import { runtime } from "@/lib/runtime";
import { getDeck } from "@/lib/workspace/decks/get";
import { roleOn } from "@/lib/workspace/decks/role";
import { may } from "@/lib/workspace/policies";

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}

export const metadata: Metadata = { title: "Talks given" };

export default async function DeckTalksPage({ params }: Props) {
  const { id } = await params;
  const session = await pageSession();
  if (!session) redirect(`/login?next=${encodeURIComponent(`/decks/${id}/talks`)}`);
  const deckId = deckIdSchema.safeParse(id);
  const { userId } = session;
  const role = deckId.success ? await roleOn(runtime(), deckId.data, { userId }) : undefined;
  if (!deckId.success || role === undefined || !may(role, "drive")) return notFound();
  const { title } = await getDeck(runtime(), deckId.data, { userId, role });
  return <TalksPage me={toMe(session)} deckId={deckId.data} title={title} />;
}
