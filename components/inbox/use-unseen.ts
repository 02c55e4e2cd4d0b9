"use client";
import { useEffect, useState } from "react";
import { countInbox } from "@/lib/api/comments-client";

const everyMs = 60_000;

/** How much in the inbox is new: looked up every minute while the page is in sight, and when it comes into sight again. */
export function useUnseen(): number {
  const [unseen, setUnseen] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    const look = () => {
      if (document.visibilityState === "hidden") return;
      // A count that is late says nothing that the next one does not say.
      countInbox({ signal: leaving.signal }).then(
        (count) => setUnseen(count.unseen),
        () => undefined,
      );
    };
    look();
    const timer = setInterval(look, everyMs);
    document.addEventListener("visibilitychange", look);
    return () => {
      leaving.abort();
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, []);
  return unseen;
}
