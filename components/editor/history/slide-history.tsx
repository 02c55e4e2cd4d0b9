"use client";
import { lazy, Suspense, useSyncExternalStore } from "react";
import type { HistoryProps } from "@/components/editor/history/history-panel";
import { useSession } from "@/components/editor/session/use-session";

/** It comes when it is first opened, with all that draws the slides of another text. */
const SlideHistoryPanel = lazy(async () => ({ default: (await import("@/components/editor/history/slide-history-panel")).SlideHistoryPanel }));

/** One slide's history, where it is open. */
export function SlideHistory(props: HistoryProps) {
  const { settings } = useSession();
  const opened = useSyncExternalStore(settings.subscribe, settings.opened, settings.opened);
  if (opened.kind !== "slide-history") return null;
  return (
    <Suspense>
      <SlideHistoryPanel {...props} slideKey={opened.key} onClose={() => settings.open({ kind: "none" })} />
    </Suspense>
  );
}
