"use client";
import { lazy, Suspense, useEffect, useSyncExternalStore } from "react";
import { useSession } from "@/components/editor/session/use-session";

/** It comes when it is first opened, with all that draws the slides of another text. */
const ReviewPanel = lazy(async () => ({ default: (await import("@/components/editor/review/review-panel")).ReviewPanel }));

/** The deck's review, where it is open; verdicts show in the rail from the start. */
export function Review({ deckId }: { readonly deckId: string }) {
  const { settings, reviews } = useSession();
  const opened = useSyncExternalStore(settings.subscribe, settings.opened, settings.opened);
  useEffect(() => void reviews?.load(), [reviews]);
  if (opened.kind !== "review") return null;
  return (
    <Suspense>
      <ReviewPanel deckId={deckId} onClose={() => settings.open({ kind: "none" })} />
    </Suspense>
  );
}
