"use client";
import { Presentation } from "lucide-react";
import { useEffect, useState } from "react";
import { presentUrl } from "@/components/present/present-url";
import { TalkCard } from "@/components/talks/talk-card";
import { ButtonLink } from "@/components/ui/button-link";
import { PageBar } from "@/components/ui/page-frame";
import { sentenceOf } from "@/components/ui/sentence-of";
import { listTalks } from "@/lib/api/client";
import type { TalkInfo } from "@/lib/api/talks";

export interface TalksPageProps {
  readonly deckId: string;
  readonly title: string;
}

type Loaded =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly sentence: string }
  | { readonly state: "there"; readonly talks: readonly TalkInfo[] };

/** The talks that were given with a deck, for whoever may present it: what was shown when, by whom, and which version. */
export function TalksPage({ deckId, title }: TalksPageProps) {
  const loaded = useTalks(deckId);
  return (
    <div className="min-h-dvh">
      <PageBar home="/decks">
        <ButtonLink href={`/decks/${deckId}`}>Open the deck</ButtonLink>
      </PageBar>
      <main className="mx-auto w-full max-w-[760px] px-4 pt-8 pb-20 sm:px-6">
        <h1 className="text-[26px] leading-8 font-semibold tracking-[-0.02em]">Talks given</h1>
        <p className="mt-1 text-[15px] text-dim">{title}</p>
        {loaded.state === "loading" ? (
          <p role="status" className="mt-8 text-dim">
            Loading…
          </p>
        ) : null}
        {loaded.state === "failed" ? (
          <p role="alert" className="mt-8 text-danger-text">
            {loaded.sentence}
          </p>
        ) : null}
        {loaded.state === "there" && loaded.talks.length === 0 ? <NoTalks deckId={deckId} /> : null}
        {loaded.state === "there" ? (
          <ol className="mt-6 grid gap-3">
            {loaded.talks.map((talk, index) => (
              <li key={talk.id}>
                <TalkCard deckId={deckId} talk={talk} isOpenFirst={index === 0} />
              </li>
            ))}
          </ol>
        ) : null}
      </main>
    </div>
  );
}

function NoTalks({ deckId }: { readonly deckId: string }) {
  return (
    <div className="mt-8 rounded-lg border border-line bg-raised p-8 text-center">
      <Presentation className="mx-auto size-6 text-dim" aria-hidden="true" />
      <p className="mt-3 font-medium">Nobody has given this talk yet</p>
      <p className="mx-auto mt-1 max-w-[46ch] text-[14px] text-dim">
        Press “Go live” at the presenter’s desk: from then on the slides, their times and who presented are kept here.
      </p>
      <a className="mt-4 inline-block font-medium text-accent-text underline-offset-2 hover:underline" href={`${presentUrl(deckId)}?view=desk`}>
        Open the presenter’s desk
      </a>
    </div>
  );
}

function useTalks(deckId: string): Loaded {
  const [loaded, setLoaded] = useState<Loaded>({ state: "loading" });
  useEffect(() => {
    const leaving = new AbortController();
    listTalks(deckId, { signal: leaving.signal }).then(
      ({ talks }) => setLoaded({ state: "there", talks }),
      (error: unknown) => {
        if (!leaving.signal.aborted) setLoaded({ state: "failed", sentence: sentenceOf(error) });
      },
    );
    return () => leaving.abort();
  }, [deckId]);
  return loaded;
}
