import type { TalkSession } from "@/lib/player/drive/session";
import { pause, printStopwatch, readStopwatch, start, stopped, type Stopwatch } from "@/lib/player/stopwatch";

export type WatchAct = "start" | "pause" | "reset";

/** The stopwatch of whoever presents: this browser's, or the talk's while one runs. */
export interface Watch {
  readonly read: () => Stopwatch;
  readonly act: (act: WatchAct) => void;
  /** It starts with the first step at this desk; a talk's own starts where the talk is driven. */
  readonly startsHere: () => boolean;
  /** Since when the slide is shown, in this device's time, where that is known from elsewhere. */
  readonly slideSinceMs: () => number | undefined;
  /** Takes the reset back that was made last. */
  readonly undo: (() => void) | undefined;
}

/** Kept in this browser's window, so that it outlasts a reload. */
export function createLocalWatch(): Watch {
  const key = `lectern-watch ${location.pathname}`;
  let watch = readStopwatch(kept(key));
  let beforeReset: Stopwatch | undefined;
  const set = (next: Stopwatch) => {
    watch = next;
    keep(key, printStopwatch(watch));
  };
  return {
    read: () => watch,
    act: (act) => {
      beforeReset = act === "reset" ? watch : undefined;
      const now = Date.now();
      set(act === "start" ? start(watch, now) : act === "pause" ? pause(watch, now) : stopped);
    },
    startsHere: () => true,
    slideSinceMs: () => undefined,
    get undo() {
      const before = beforeReset;
      if (!before) return undefined;
      return () => {
        beforeReset = undefined;
        set(before);
      };
    },
  };
}

/** The talk's while one runs: the same on every device, and after a reload. */
export function createTalkWatch(session: TalkSession, local: Watch): Watch {
  return {
    read: () => session.state().talk?.watch ?? local.read(),
    act: (act) => {
      if (session.state().talk) void session.clock(act);
      else local.act(act);
    },
    startsHere: () => session.state().talk === undefined && local.startsHere(),
    slideSinceMs: () => session.state().talk?.slideSinceMs,
    get undo() {
      const { talk } = session.state();
      if (!talk) return local.undo;
      return talk.canUndoReset ? () => void session.clock("undo") : undefined;
    },
  };
}

function kept(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

function keep(key: string, text: string): void {
  try {
    sessionStorage.setItem(key, text);
  } catch (error) {
    // Storage may be off or full: the watch runs on, it only would not survive a reload.
    if (!(error instanceof DOMException)) throw error;
  }
}
