import { element, listen, stopAll } from "@/lib/player/dom";
import type { Player } from "@/lib/player/player";
import { clockText, elapsedMs, pause, printStopwatch, readStopwatch, start, stopped, type Stopwatch } from "@/lib/player/stopwatch";

const tickMs = 250;

/** Elapsed time and the clock. It starts with the first step, and a reset can be taken back. */
export function createDeskTimer(player: Player): { readonly bar: HTMLElement; readonly stop: () => void } {
  const key = `lectern-watch ${location.pathname}`;
  let watch = readStopwatch(kept(key));
  let beforeReset: Stopwatch | undefined;

  const elapsed = element("output", { class: "desk-elapsed", "aria-label": "Elapsed time", "aria-live": "off" });
  const planned = plannedText(player);
  const clock = element("time", { class: "desk-clock", "aria-label": "Clock" });
  const toggle = element("button", { type: "button" });
  const reset = element("button", { type: "button" });
  const bar = element(
    "div",
    { class: "desk-time" },
    elapsed,
    ...(planned === "" ? [] : [element("span", { class: "desk-planned" }, planned)]),
    toggle,
    reset,
    clock,
  );

  const draw = () => {
    const now = Date.now();
    elapsed.textContent = clockText(elapsedMs(watch, now));
    toggle.textContent = watch.runningSinceMs !== undefined ? "Pause" : watch.elapsedMs > 0 ? "Go on" : "Start";
    reset.textContent = beforeReset ? "Undo reset" : "Reset";
    reset.hidden = !beforeReset && elapsedMs(watch, now) === 0;
    clock.textContent = new Date(now).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  };
  const set = (next: Stopwatch) => {
    watch = next;
    keep(key, printStopwatch(watch));
    draw();
  };
  const timer = setInterval(draw, tickMs);
  draw();

  return {
    bar,
    stop: stopAll([
      () => clearInterval(timer),
      player.onMove(({ isQuiet }) => {
        if (!isQuiet && watch.runningSinceMs === undefined && watch.elapsedMs === 0 && !beforeReset) set(start(watch, Date.now()));
      }),
      listen(toggle, "click", () => {
        beforeReset = undefined;
        set(watch.runningSinceMs === undefined ? start(watch, Date.now()) : pause(watch, Date.now()));
      }),
      listen(reset, "click", () => {
        const undone = beforeReset;
        beforeReset = undone ? undefined : watch;
        set(undone ?? stopped);
      }),
    ]),
  };
}

/** `of 20:00`, where the deck says how long the talk is. */
function plannedText(player: Player): string {
  const seconds = Number(player.root.dataset.duration ?? "0");
  return seconds > 0 ? `of ${clockText(seconds * 1000)}` : "";
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
