"use client";
import { Presentation } from "lucide-react";
import { useEffect, useState } from "react";
import { presentUrl } from "@/components/present/present-url";
import { TalkCard } from "@/components/talks/talk-card";
import { WorkspacePage } from "@/components/team/workspace-page";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyNote } from "@/components/ui/empty-note";
import { sentenceOf } from "@/components/ui/sentence-of";
import type { Me } from "@/lib/api/account";
import { listTalks } from "@/lib/api/client";
import type { TalkInfo } from "@/lib/api/talks";

export interface TalksPageProps {
  readonly me: Me;
  readonly deckId: string;
  readonly title: string;
}

type Loaded =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly sentence: string }
  | { readonly state: "there"; readonly talks: readonly TalkInfo[] };

/** The talks that were given with a deck, for whoever may present it: what was shown when, by whom, and which version. */
export function TalksPage({ me, deckId, title }: TalksPageProps) {
  const loaded = useTalks(deckId);
  return (
    <WorkspacePage me={me} title="Talks given" sentence={title} back={{ href: `/decks/${deckId}`, label: "Back to the deck" }}>
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
    </WorkspacePage>
  );
}

function NoTalks({ deckId }: { readonly deckId: string }) {
  return (
    <EmptyNote
      icon={Presentation}
      title="Nobody has given this talk yet"
      sentence="Press “Go live” at the presenter’s desk: from then on the slides, their times and who presented are kept here."
    >
      <a className={buttonClass()} href={`${presentUrl(deckId)}?view=desk`}>
        Open the presenter’s desk
      </a>
    </EmptyNote>
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
