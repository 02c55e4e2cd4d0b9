"use client";
import { useEffect } from "react";
import { useSaveState } from "@/components/editor/session/use-session";
import { hasUnsaved } from "@/components/editor/title/save-words";

/** The browser asks before the page is left while something is not on the server (collaboration.md 6.5). */
export function useLeaveGuard(): void {
  const isGuarded = hasUnsaved(useSaveState());
  useEffect(() => {
    if (!isGuarded) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [isGuarded]);
}
