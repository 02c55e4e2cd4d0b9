"use client";
import { useCallback, useEffect, useState } from "react";
import { sentenceOf } from "@/components/ui/sentence-of";
import { useToast } from "@/components/ui/toast";
import type { CreateLinkBody, DeckLink, UpdateLinkBody } from "@/lib/api/links";
import { createLink, listLinks, revokeLink, updateLink } from "@/lib/api/links-client";

export interface LinkActs {
  /** Undefined where it could not be made; the reason was said. */
  readonly create: (body: CreateLinkBody) => Promise<DeckLink | undefined>;
  /** False where it could not be changed; the reason was said. */
  readonly update: (link: DeckLink, body: UpdateLinkBody) => Promise<boolean>;
  readonly withdraw: (link: DeckLink) => Promise<void>;
  readonly reload: () => void;
}

export type LinksState =
  | ({ readonly state: "loading"; readonly links: readonly [] } & LinkActs)
  | ({ readonly state: "there"; readonly links: readonly DeckLink[] } & LinkActs)
  | ({ readonly state: "failed"; readonly sentence: string } & LinkActs);

/** What can be done with links, once they are known or while they load. */
export type KnownLinks = Exclude<LinksState, { readonly state: "failed" }>;

/** The deck's links in force, loaded when the dialog opens. */
export function useLinks(deckId: string): LinksState {
  const say = useToast();
  const [links, setLinks] = useState<readonly DeckLink[]>();
  const [failure, setFailure] = useState<string>();
  const [round, setRound] = useState(0);

  useEffect(() => {
    const leaving = new AbortController();
    listLinks(deckId, { signal: leaving.signal }).then(
      (answer) => setLinks(answer.links),
      (error: unknown) => {
        if (!leaving.signal.aborted) setFailure(sentenceOf(error));
      },
    );
    return () => leaving.abort();
  }, [deckId, round]);

  const reload = useCallback(() => {
    setFailure(undefined);
    setRound((now) => now + 1);
  }, []);

  const acts: LinkActs = {
    reload,
    create: async (body) => {
      try {
        const link = await createLink(deckId, body);
        setLinks((now) => [link, ...(now ?? [])]);
        return link;
      } catch (error) {
        say(sentenceOf(error), { tone: "error" });
        return undefined;
      }
    },
    update: async (link, body) => {
      try {
        const changed = await updateLink(deckId, link.id, body);
        setLinks((now) => now?.map((known) => (known.id === link.id ? changed : known)));
        return true;
      } catch (error) {
        say(sentenceOf(error), { tone: "error" });
        return false;
      }
    },
    withdraw: async (link) => {
      try {
        await revokeLink(deckId, link.id);
        setLinks((now) => now?.filter(({ id }) => id !== link.id));
        say("The link is withdrawn.");
      } catch (error) {
        say(sentenceOf(error), { tone: "error" });
      }
    },
  };

  if (failure !== undefined) return { state: "failed", sentence: failure, ...acts };
  return links === undefined ? { state: "loading", links: [], ...acts } : { state: "there", links, ...acts };
}
