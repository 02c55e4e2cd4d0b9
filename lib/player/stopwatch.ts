/** A stopwatch as data: time so far, and since when it runs. */
export interface Stopwatch {
  readonly elapsedMs: number;
  /** Undefined while it stands. */
  readonly runningSinceMs: number | undefined;
}

export const stopped: Stopwatch = { elapsedMs: 0, runningSinceMs: undefined };

/** Starts it; one that runs runs on. */
export function start(watch: Stopwatch, nowMs: number): Stopwatch {
  return watch.runningSinceMs === undefined ? { ...watch, runningSinceMs: nowMs } : watch;
}

/** Stops it; one that stands stays as it is. */
export function pause(watch: Stopwatch, nowMs: number): Stopwatch {
  return { elapsedMs: elapsedMs(watch, nowMs), runningSinceMs: undefined };
}

/** What it shows at a moment. */
export function elapsedMs({ elapsedMs, runningSinceMs }: Stopwatch, nowMs: number): number {
  return elapsedMs + (runningSinceMs === undefined ? 0 : Math.max(0, nowMs - runningSinceMs));
}

/** `4:07`, `1:02:09`. */
export function clockText(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const [hours = 0, minutes = 0, rest = 0] = parts;
  const tail = `${String(minutes).padStart(hours > 0 ? 2 : 1, "0")}:${String(rest).padStart(2, "0")}`;
  return hours > 0 ? `${hours}:${tail}` : tail;
}

/** Reads what a reloaded desk kept; a fresh one for anything else. */
export function readStopwatch(text: string | null): Stopwatch {
  if (text === null) return stopped;
  const [elapsed = Number.NaN, since = Number.NaN] = text.split(" ").map(Number);
  if (!Number.isFinite(elapsed)) return stopped;
  return { elapsedMs: elapsed, runningSinceMs: Number.isFinite(since) ? since : undefined };
}

/** As a desk keeps it: `readStopwatch` reads it again. */
export function printStopwatch({ elapsedMs, runningSinceMs }: Stopwatch): string {
  return `${elapsedMs} ${runningSinceMs ?? ""}`.trim();
}
