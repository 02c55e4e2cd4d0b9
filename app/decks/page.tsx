import type { Metadata } from "next";
import { Dashboard } from "@/components/dashboard/dashboard";
import { Stranger } from "@/components/dashboard/stranger";
import { listDecksQuerySchema } from "@/lib/api/decks";
import { pageSession, toMe } from "@/lib/http/page-session";
import { runtime } from "@/lib/runtime";
import { listDecks } from "@/lib/workspace/decks/list";

export const metadata: Metadata = { title: "Decks" };

export default async function DecksPage() {
  const session = await pageSession();
  if (!session) return <Stranger />;
  const first = await listDecks(runtime(), session.userId, listDecksQuerySchema.parse({}));
  return <Dashboard me={toMe(session)} first={first} drawnAt={new Date().toISOString()} />;
}
