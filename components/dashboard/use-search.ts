"use client";
import { useEffect, useState } from "react";
import { sentenceOf } from "@/components/ui/sentence-of";
import { searchDecks } from "@/lib/api/library-client";
import type { SearchResult } from "@/lib/api/search";

/** Typing pauses this long before the server is asked. */
const pauseMs = 150;

export interface Search {
  /** What was found, and for what; undefined until the first answer. */
  readonly found: Found | undefined;
  readonly isLoading: boolean;
  readonly failure: string | undefined;
  /** Loads the next page; undefined at the end. */
  readonly loadMore: (() => void) | undefined;
}

interface Found extends SearchResult {
  readonly query: string;
}

/** Results as somebody types: the last ones stay until newer ones are there. */
export function useSearch(text: string): Search {
  const query = text.trim();
  const [found, setFound] = useState<Found>();
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
        setFound({ query, ...(await searchDecks({ q: query }, { signal: leaving.signal })) });
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

  async function loadPage({ query: q, nextCursor: cursor }: Found) {
    if (cursor === null) return;
    try {
      const page = await searchDecks({ q, cursor });
      setFound((now) => (now?.query === q && now.nextCursor === cursor ? withPage(now, page) : now));
    } catch (error) {
      setFailure(sentenceOf(error));
    }
  }

  const hasMore = found !== undefined && found.nextCursor !== null && !isLoading && failure === undefined;
  return { found, isLoading, failure, loadMore: hasMore ? () => void loadPage(found) : undefined };
}

/** A deck that was edited between two pages may come in both. */
function withPage(found: Found, { decks, nextCursor }: SearchResult): Found {
  const known = new Set(found.decks.map(({ deck }) => deck.id));
  return { ...found, decks: [...found.decks, ...decks.filter(({ deck }) => !known.has(deck.id))], nextCursor };
}
