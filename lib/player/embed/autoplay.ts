import { listen, stopAll } from "@/lib/player/dom";
import type { Behaviour } from "@/lib/player/player";
import { following } from "@/lib/player/state";

const defaultS = 5;
const fastestS = 1;
const slowestS = 3_600;

/** How slides go on by themselves, as an address says: `?autoplay` every five seconds, `?autoplay=8`; `loop` begins again. */
export interface Autoplay {
  readonly everyMs: number;
  readonly isLoop: boolean;
}

/** Undefined where nothing goes on by itself. */
export function readAutoplay(search: string): Autoplay | undefined {
  const asked = new URLSearchParams(search);
  const text = asked.get("autoplay");
  if (text === null || text === "0" || text === "false") return undefined;
  const seconds = Number(text);
  const everyS = text === "" || !Number.isFinite(seconds) ? defaultS : Math.min(slowestS, Math.max(fastestS, seconds));
  return { everyMs: everyS * 1_000, isLoop: asked.has("loop") && asked.get("loop") !== "0" };
}

/** Steps on by itself in a page of somebody else, until its reader takes over by a key, a press or a swipe. */
export const autoplay: Behaviour = (player) => {
  const asked = readAutoplay(location.search);
  if (!asked) return () => undefined;
  const { everyMs, isLoop } = asked;
  const stop = () => clearInterval(timer);
  const timer = setInterval(() => {
    if (document.visibilityState === "hidden") return;
    if (following(player.position(), player.fragments)) player.move({ type: "next" }, { isQuiet: true });
    else if (isLoop) player.move({ type: "first" }, { isQuiet: true });
    else stop();
  }, everyMs);
  return stopAll([
    stop,
    listen(window, "keydown", stop),
    listen(window, "pointerdown", stop, { passive: true }),
    // Where a talk begins, it leads.
    player.onMove(({ isRemote }) => {
      if (isRemote) stop();
    }),
  ]);
};
