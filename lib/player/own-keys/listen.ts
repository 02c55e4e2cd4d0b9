import { listen, stopAll } from "@/lib/player/dom";
import { isPressing, isTyping } from "@/lib/player/keyboard";
import { createOwnKeysDialog } from "@/lib/player/own-keys/dialog";
import { keyOf } from "@/lib/player/own-keys/own-keys";
import { createOwnKeysStore } from "@/lib/player/own-keys/store";
import type { Behaviour } from "@/lib/player/player";

/**
 * Keys that somebody has given a meaning of their own, for whoever presents: they come before everybody's. Starts after
 * `help`, whose dialog leads to them.
 */
export const ownKeys: Behaviour = (player) => {
  const store = createOwnKeysStore();
  const stopDialog = createOwnKeysDialog(store);
  return stopAll([
    listen(
      window,
      "keydown",
      (event) => {
        if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey || isTyping(event)) return;
        if (isPressing(event) && (event.key === " " || event.key === "Enter")) return;
        // In a dialog keys are the dialog's.
        if (event.target instanceof Element && event.target.closest("dialog")) return;
        const command = store.current().get(keyOf(event.key));
        if (command !== undefined && player.run(command, event.repeat)) event.preventDefault();
      },
      { capture: true },
    ),
    stopDialog,
    store.stop,
  ]);
};
