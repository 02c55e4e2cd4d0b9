import type { Plan } from "@/lib/player/desk/pace";
import type { Watch } from "@/lib/player/desk/watch";
import type { Player } from "@/lib/player/player";
import { clockText, elapsedMs } from "@/lib/player/stopwatch";

/** How long the slide has been on, on the talk's clock: while that is paused it stands too. */
export interface SlideTime {
  readonly ms: (nowMs: number) => number;
  readonly stop: () => void;
}

/** Follows the player until `stop`. */
export function createSlideTime(player: Pick<Player, "onMove">, watch: Pick<Watch, "read" | "slideSinceMs">): SlideTime {
  /** What the clock said when the slide came; undefined where it came elsewhere, or before this page was here. */
  let enteredMs: number | undefined;
  /** That was said knowing when the slide came. */
  let isSinceKnown = false;
  const enter = (nowMs: number) => {
    const time = watch.read();
    const elapsed = elapsedMs(time, nowMs);
    const since = time.runningSinceMs === undefined ? undefined : watch.slideSinceMs();
    return Math.max(0, elapsed - (since === undefined ? 0 : Math.max(0, nowMs - since)));
  };
  return {
    ms: (nowMs) => {
      const isKnown = watch.slideSinceMs() !== undefined;
      // A talk was heard of that this page stands on the slide of already.
      if (isKnown && !isSinceKnown) enteredMs = undefined;
      isSinceKnown = isKnown;
      enteredMs ??= enter(nowMs);
      const elapsed = elapsedMs(watch.read(), nowMs);
      // A clock that was reset since then: the slide begins with it.
      return elapsed < enteredMs ? elapsed : elapsed - enteredMs;
    },
    stop: player.onMove(({ position, before, isRemote }) => {
      if (position.slide !== before?.slide) enteredMs = isRemote ? undefined : elapsedMs(watch.read(), Date.now());
    }),
  };
}

/** `0:45 of 1:30`, and whether that is more than planned. Without a plan the time alone. */
export function slideTimeWords(plan: Plan | undefined, slide: number, ms: number): { readonly words: string; readonly isOver: boolean } {
  const start = plan?.starts[slide];
  if (!plan || start === undefined) return { words: clockText(ms), isOver: false };
  const plannedMs = Math.max(0, (plan.starts[slide + 1] ?? plan.totalMs) - start);
  return { words: `${clockText(ms)} of ${clockText(Math.round(plannedMs / 1000) * 1000)}`, isOver: ms > plannedMs };
}
