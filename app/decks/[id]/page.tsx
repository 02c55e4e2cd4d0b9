import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { DeckEditor } from "@/components/editor/deck/deck-editor";
import { DeckTrashed } from "@/components/editor/deck/deck-trashed";
import { DeckSlides } from "@/components/present/deck-slides";
import { loadDeckPage } from "@/lib/http/deck-page";
import { pageSession, toMe } from "@/lib/http/page-session";
import { runtime } from "@/lib/runtime";

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}

/** Once a request, for the title and for the page. */
const load = cache(async (id: string) => {
  const session = await pageSession();
  if (!session) redirect(`/login?next=${encodeURIComponent(`/decks/${id}`)}`);
  return { me: toMe(session), page: await loadDeckPage(runtime(), id, session.userId) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { page } = await load((await params).id);
  return { title: page.state === "missing" ? "No such deck" : page.deck.title };
}

export default async function DeckPage({ params }: Props) {
  const { me, page } = await load((await params).id);
  switch (page.state) {
    case "missing":
      return notFound();
    case "trashed":
      return <DeckTrashed {...page} />;
    case "slides":
      return <DeckSlides me={me} {...page} />;
    case "editor":
      return <DeckEditor key={page.deck.id} me={me} {...page} />;
  }
}
