"use client";
import { lazy, Suspense, useSyncExternalStore } from "react";
import { useSession } from "@/components/editor/session/use-session";

/** The dialogs and the pictures in them come when they are first opened, not with the editor. */
const DeckSettingsDialog = lazy(async () => ({
  default: (await import("@/components/editor/settings/deck-settings-dialog")).DeckSettingsDialog,
}));
const SlideSettingsDialog = lazy(async () => ({
  default: (await import("@/components/editor/settings/slide-settings-dialog")).SlideSettingsDialog,
}));

/** Whichever settings are open. */
export function SettingsDialogs() {
  const { settings } = useSession();
  const opened = useSyncExternalStore(settings.subscribe, settings.opened, settings.opened);
  const close = () => settings.open({ kind: "none" });
  switch (opened.kind) {
    case "none":
    case "history":
    case "slide-history":
    case "review":
    case "files":
    case "borrow":
      return null;
    case "deck":
      return (
        <Suspense>
          <DeckSettingsDialog onClose={close} />
        </Suspense>
      );
    case "slides":
      return (
        <Suspense>
          <SlideSettingsDialog keys={opened.keys} onClose={close} />
        </Suspense>
      );
  }
}
