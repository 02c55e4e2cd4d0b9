import type { Metadata } from "next";
import { Dashboard } from "@/components/dashboard/dashboard";
import { Stranger } from "@/components/dashboard/stranger";
import { readView } from "@/components/dashboard/view";
import { defaultPageSize } from "@/lib/api/limits";
import { pageSession, toMe } from "@/lib/http/page-session";
import { runtime } from "@/lib/runtime";
import { listDecks } from "@/lib/workspace/decks/list";
import { readLibrary } from "@/lib/workspace/folders/library";

export const metadata: Metadata = { title: "Decks" };

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>;
}

export default async function DecksPage({ searchParams }: Props) {
  const session = await pageSession();
  if (!session) return <Stranger />;
  const asked = Object.entries(await searchParams).map(([name, value]) => [name, typeof value === "string" ? value : undefined]);
  const [first, library] = await Promise.all([
    listDecks(runtime(), session.userId, { ...readView(Object.fromEntries(asked)), limit: defaultPageSize }),
    readLibrary(runtime(), session.userId),
  ]);
  return <Dashboard me={toMe(session)} first={first} library={library} drawnAt={new Date().toISOString()} />;
}
