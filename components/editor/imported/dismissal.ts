"use client";
import { useCallback, useState, useSyncExternalStore } from "react";

const keyOf = (deckId: string) => `lectern.import-read.${deckId}`;

/** Whether this browser has put the word about a deck's import away. Put away until the page is alive, so that nothing flashes. */
export function useDismissal(deckId: string): readonly [boolean, (isDismissed: boolean) => void] {
  const [changed, setChanged] = useState<boolean>();
  const stored = useSyncExternalStore(
    noUpdates,
    useCallback(() => read(deckId), [deckId]),
    () => true,
  );
  const set = (isDismissed: boolean) => {
    setChanged(isDismissed);
    try {
      if (isDismissed) localStorage.setItem(keyOf(deckId), "1");
      else localStorage.removeItem(keyOf(deckId));
    } catch {
      // Storage may be full or closed to this page: it then holds until the page is left.
    }
  };
  return [changed ?? stored, set];
}

function read(deckId: string): boolean {
  try {
    return localStorage.getItem(keyOf(deckId)) !== null;
  } catch {
    // Closed to this page: say it again.
    return false;
  }
}

function noUpdates(): () => void {
  return () => undefined;
}
