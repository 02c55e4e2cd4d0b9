"use client";
import { useEffect, useState } from "react";
import { listDecks } from "@/lib/api/client";

/** How many decks somebody can take out of the trash again, as far as words tell them apart. */
export type Trashed = "unknown" | "none" | "one" | "more";

/** Looked up where it is asked for: whose decks are all in the trash has not yet to write a first one. */
export function useTrashed({ isAsked }: { readonly isAsked: boolean }): Trashed {
  const [trashed, setTrashed] = useState<Trashed>("unknown");
  useEffect(() => {
    if (!isAsked) return undefined;
    const leaving = new AbortController();
    listDecks({ show: "trash", limit: 1 }, { signal: leaving.signal }).then(
      ({ decks, nextCursor }) => setTrashed(decks.length === 0 ? "none" : nextCursor === null ? "one" : "more"),
      // The list that could be had is empty: that is said then, without a word of the trash.
      () => setTrashed("none"),
    );
    return () => leaving.abort();
  }, [isAsked]);
  return isAsked ? trashed : "none";
}
