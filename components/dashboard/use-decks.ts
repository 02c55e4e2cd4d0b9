"use client";
import { useEffect, useRef, useState } from "react";
import { sentenceOf } from "@/components/ui/sentence-of";
import { listDecks } from "@/lib/api/client";
import type { DeckFilter, DeckInfo, DeckList } from "@/lib/api/decks";

/** Typing pauses this long before the server is asked. */
const pauseMs = 120;

export interface DecksQuery {
  readonly show: DeckFilter;
  readonly search: string;
}

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

/** The decks that a filter and a search leave, beginning with what the server drew. */
export function useDecks({ show, search }: DecksQuery, first: DeckList): Decks {
  const [list, setList] = useState<DeckList>(first);
  const [isLoading, setLoading] = useState(false);
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
    setLoading(true);
    const ask = async () => {
      try {
        setList(await listDecks({ show, search }, { signal: mine.signal }));
        setFailure(undefined);
      } catch (error) {
        if (mine.signal.aborted) return;
        setFailure(sentenceOf(error));
      }
      setLoading(false);
    };
    const timer = setTimeout(() => void ask(), pauseMs);
    return () => {
      clearTimeout(timer);
      mine.abort();
    };
  }, [show, search, round]);

  async function loadPage(cursor: string) {
    const { signal } = leaving.current;
    try {
      const page = await listDecks({ show, search, cursor }, { signal });
      // Pressed twice, the same page comes twice: it is added once.
      setList((now) => (now.nextCursor === cursor ? { decks: [...now.decks, ...page.decks], nextCursor: page.nextCursor } : now));
    } catch (error) {
      if (!signal.aborted) setFailure(sentenceOf(error));
    }
  }

  const { decks, nextCursor } = list;
  return {
    decks,
    isLoading,
    failure,
    loadMore: nextCursor === null || isLoading ? undefined : () => void loadPage(nextCursor),
    replace: (deckId, deck) =>
      setList((now) => ({ ...now, decks: now.decks.flatMap((known) => (known.id !== deckId ? [known] : deck === undefined ? [] : [deck])) })),
    reload: () => setRound((now) => now + 1),
  };
}
