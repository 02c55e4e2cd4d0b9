"use client";
import { useEffect, useState } from "react";
import { sentenceOf } from "@/components/ui/sentence-of";
import { searchDecks } from "@/lib/api/library-client";
import type { FoundDeck } from "@/lib/api/search";

/** Typing pauses this long before the server is asked. */
const pauseMs = 150;

export interface Search {
  /** What was found, and for what; undefined until the first answer. */
  readonly found: { readonly query: string; readonly decks: readonly FoundDeck[] } | undefined;
  readonly isLoading: boolean;
  readonly failure: string | undefined;
}

/** Results as somebody types: the last ones stay until newer ones are there. */
export function useSearch(text: string): Search {
  const query = text.trim();
  const [found, setFound] = useState<Search["found"]>();
  const [failure, setFailure] = useState<string>();
  const [isLoading, setLoading] = useState(false);
  useEffect(() => {
    if (query === "") {
      setFound(undefined);
      setFailure(undefined);
      setLoading(false);
      return undefined;
    }
    const leaving = new AbortController();
    setLoading(true);
    const ask = async () => {
      try {
        const { decks } = await searchDecks(query, { signal: leaving.signal });
        setFound({ query, decks });
        setFailure(undefined);
      } catch (error) {
        if (leaving.signal.aborted) return;
        setFailure(sentenceOf(error));
      }
      setLoading(false);
    };
    const timer = setTimeout(() => void ask(), pauseMs);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [query]);
  return { found, isLoading, failure };
}
