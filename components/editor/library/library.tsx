"use client";
import { lazy, Suspense, useSyncExternalStore } from "react";
import { useSession } from "@/components/editor/session/use-session";

/** They come when they are first opened. */
const FilesPanel = lazy(async () => ({ default: (await import("@/components/editor/library/files-panel")).FilesPanel }));
const BorrowPanel = lazy(async () => ({ default: (await import("@/components/editor/borrow/borrow-panel")).BorrowPanel }));

/** The deck's files, or the slides of other decks, where either is open. */
export function Library({ deckId }: { readonly deckId: string }) {
  const { settings } = useSession();
  const opened = useSyncExternalStore(settings.subscribe, settings.opened, settings.opened);
  const close = () => settings.open({ kind: "none" });
  if (opened.kind !== "files" && opened.kind !== "borrow") return null;
  return (
    <Suspense>{opened.kind === "files" ? <FilesPanel deckId={deckId} onClose={close} /> : <BorrowPanel deckId={deckId} onClose={close} />}</Suspense>
  );
}
