import type { TalkSession } from "@/lib/player/drive/session";
import { pause, printStopwatch, readStopwatch, start, stopped, type Stopwatch } from "@/lib/player/stopwatch";

export type WatchAct = "start" | "pause" | "reset";

/** The stopwatch of whoever presents: this browser's, or the talk's while one runs. */
export interface Watch {
  readonly read: () => Stopwatch;
  readonly act: (act: WatchAct) => void;
  /** A reset can be taken back; else it is asked for twice. */
  readonly isForgiving: () => boolean;
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
    isForgiving: () => true,
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
    isForgiving: () => session.state().talk === undefined && local.isForgiving(),
    get undo() {
      return session.state().talk ? undefined : local.undo;
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
