"use client";
import { useEffect, useRef, useState } from "react";
import type { DeckView } from "@/components/dashboard/view";
import { sentenceOf } from "@/components/ui/sentence-of";
import { listDecks } from "@/lib/api/client";
import type { DeckInfo, DeckList } from "@/lib/api/decks";

export interface Decks {
  readonly decks: readonly DeckInfo[];
  /** The list shown is an older one: the one asked for is on its way. */
  readonly isLoading: boolean;
  readonly failure: string | undefined;
  /** Loads the next page; undefined at the end. */
  readonly loadMore: (() => void) | undefined;
  /** Puts the changed deck in its place; undefined takes it out. */
  readonly replace: (deckId: string, deck: DeckInfo | undefined) => void;
  /** Asks again. */
  readonly reload: () => void;
}

/** The decks of a view, beginning with what the server drew. */
export function useDecks({ show, sort, folder, tag }: DeckView, first: DeckList): Decks {
  const question = JSON.stringify([show, sort, folder, tag]);
  const [list, setList] = useState<DeckList>(first);
  const [answered, setAnswered] = useState(question);
  const [isAsking, setAsking] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [round, setRound] = useState(0);
  const isDrawn = useRef(true);
  const leaving = useRef(new AbortController());

  useEffect(() => {
    // The server drew the answer to the first question.
    if (isDrawn.current) {
      isDrawn.current = false;
      return undefined;
    }
    const mine = new AbortController();
    leaving.current.abort();
    leaving.current = mine;
    setAsking(true);
    const ask = async () => {
      try {
        setList(await listDecks({ show, sort, folder, tag }, { signal: mine.signal }));
        setFailure(undefined);
      } catch (error) {
        if (mine.signal.aborted) return;
        setFailure(sentenceOf(error));
      }
      setAnswered(question);
      setAsking(false);
    };
    void ask();
    return () => mine.abort();
  }, [show, sort, folder, tag, question, round]);

  async function loadPage(cursor: string) {
    const { signal } = leaving.current;
    try {
      const page = await listDecks({ show, sort, folder, tag, cursor }, { signal });
      setList((now) => (now.nextCursor === cursor ? { decks: [...now.decks, ...newOnes(page.decks, now.decks)], nextCursor: page.nextCursor } : now));
    } catch (error) {
      if (!signal.aborted) setFailure(sentenceOf(error));
    }
  }

  const { decks, nextCursor } = list;
  // Not only from the moment on that it is asked for: what is drawn before would say of one list what is true of another.
  const isLoading = isAsking || answered !== question;
  return {
    decks,
    isLoading,
    failure,
    loadMore: nextCursor === null || isLoading || failure !== undefined ? undefined : () => void loadPage(nextCursor),
    replace: (deckId, deck) =>
      setList((now) => ({ ...now, decks: now.decks.flatMap((known) => (known.id !== deckId ? [known] : deck === undefined ? [] : [deck])) })),
    reload: () => {
      setFailure(undefined);
      setRound((now) => now + 1);
    },
  };
}

/** A deck that was edited between two pages may come in both. */
function newOnes(decks: readonly DeckInfo[], known: readonly DeckInfo[]): readonly DeckInfo[] {
  const ids = new Set(known.map(({ id }) => id));
  return decks.filter(({ id }) => !ids.has(id));
}
