import { listen, stopAll } from "@/lib/player/dom";
import type { Behaviour } from "@/lib/player/player";

/** Keeps the screen awake while somebody presents: on the stage, and wherever slides fill the screen. */
export const wakeLock: Behaviour = (player) => {
  let lock: WakeLockSentinel | undefined;
  let isStopped = false;
  const wanted = () => !isStopped && document.visibilityState === "visible" && (player.mode === "present" || document.fullscreenElement !== null);
  const update = async () => {
    if (!("wakeLock" in navigator)) return;
    if (wanted() && (lock === undefined || lock.released)) {
      lock = await navigator.wakeLock.request("screen").catch(refused);
      if (!wanted()) await lock?.release();
    } else if (!wanted()) await lock?.release();
  };
  void update();
  return stopAll([
    listen(document, "visibilitychange", () => void update()),
    listen(document, "fullscreenchange", () => void update()),
    () => {
      isStopped = true;
      void update();
    },
  ]);
};

/** A low battery or a policy may refuse it; the screen then dims as it always does. */
function refused(reason: unknown): undefined {
  if (!(reason instanceof DOMException)) throw reason;
}
