"use client";
import { useEffect, useEffectEvent, useSyncExternalStore } from "react";
import { useSession } from "@/components/editor/session/use-session";
import { useToast } from "@/components/ui/toast";

/** Reads out what the editor did, politely; what needs an answer also shows as a toast. */
export function Announcer() {
  const { announcements } = useSession();
  const latest = useSyncExternalStore(announcements.subscribe, announcements.latest, announcements.latest);
  const toast = useToast();
  const show = useEffectEvent(() => {
    if (latest === undefined || latest.tone === "quiet") return;
    const { undo } = latest;
    toast(latest.sentence, {
      tone: latest.tone === "refused" ? "error" : "done",
      ...(undo === undefined ? {} : { act: { label: "Undo", onClick: undo } }),
    });
  });
  const id = latest?.id;
  useEffect(() => {
    if (id !== undefined) show();
  }, [id]);
  return (
    <p aria-live="polite" className="sr-only">
      {latest?.tone === "quiet" ? <span key={latest.id}>{latest.sentence}</span> : null}
    </p>
  );
}
