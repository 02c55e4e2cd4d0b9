"use client";
import { lazy, Suspense, useSyncExternalStore } from "react";
import { useSession } from "@/components/editor/session/use-session";
import type { HistoryProps } from "@/components/editor/history/history-panel";

/** It comes when it is first opened, with all that draws the slides of another text. */
const HistoryPanel = lazy(async () => ({ default: (await import("@/components/editor/history/history-panel")).HistoryPanel }));

/** The deck's history, where it is open. */
export function History(props: HistoryProps) {
  const { settings } = useSession();
  const opened = useSyncExternalStore(settings.subscribe, settings.opened, settings.opened);
  if (opened.kind !== "history") return null;
  return (
    <Suspense>
      <HistoryPanel {...props} onClose={() => settings.open({ kind: "none" })} />
    </Suspense>
  );
}
