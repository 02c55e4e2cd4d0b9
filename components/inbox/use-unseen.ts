"use client";
import { useEffect, useState } from "react";
import { lookInSight } from "@/components/ui/look-in-sight";
import { countInbox } from "@/lib/api/comments-client";

const everyMs = 60_000;

/** How much in the inbox is new: looked up every minute while the page is in sight, and when it comes into sight again. */
export function useUnseen(): number {
  const [unseen, setUnseen] = useState(0);
  useEffect(() => {
    const look = (signal: AbortSignal) => {
      // A count that is late says nothing that the next one does not say.
      countInbox({ signal }).then(
        (count) => setUnseen(count.unseen),
        () => undefined,
      );
    };
    return lookInSight(look, { everyMs, isFirstNow: true });
  }, []);
  return unseen;
}
