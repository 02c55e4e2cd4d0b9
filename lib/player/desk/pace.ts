import { clockText } from "@/lib/player/stopwatch";

/** When each slide should begin, in milliseconds from the start, and how long the talk may take. */
export interface Plan {
  readonly starts: readonly number[];
  readonly totalMs: number;
}

/**
 * The plan of a talk: slides without a time of their own share what the others leave of the whole. Where only slides
 * are planned, the others count like the mean of these. Undefined where nothing is planned.
 */
export function planOf(slideSeconds: readonly (number | undefined)[], totalS: number | undefined): Plan | undefined {
  const planned = slideSeconds.filter((seconds) => seconds !== undefined);
  if (slideSeconds.length === 0 || (totalS === undefined && planned.length === 0)) return undefined;
  const sum = planned.reduce((all, seconds) => all + seconds, 0);
  const open = slideSeconds.length - planned.length;
  const share = open === 0 ? 0 : totalS === undefined ? sum / planned.length : Math.max(0, totalS - sum) / open;
  let at = 0;
  const starts = slideSeconds.map((seconds) => {
    const start = at;
    at += (seconds ?? share) * 1000;
    return start;
  });
  return { starts, totalMs: totalS === undefined ? at : totalS * 1000 };
}

export interface Pace {
  readonly state: "on-time" | "ahead" | "behind";
  /** `On time`, `1:10 behind`, `0:40 ahead`. */
  readonly words: string;
}

/** Nobody speaks to the second. */
const toleranceMs = 10_000;

/** On time means: as long as the plan has this slide on. */
export function paceOf({ starts, totalMs }: Plan, slide: number, elapsedMs: number): Pace {
  const start = starts[slide] ?? 0;
  const end = starts[slide + 1] ?? Math.max(start, totalMs);
  if (elapsedMs > end + toleranceMs) return { state: "behind", words: `${clockText(elapsedMs - end)} behind` };
  if (elapsedMs < start - toleranceMs) return { state: "ahead", words: `${clockText(start - elapsedMs)} ahead` };
  return { state: "on-time", words: "On time" };
}

/** `12:30 left`, `1:05 over`. */
export function leftWords({ totalMs }: Plan, elapsedMs: number): string {
  const left = totalMs - elapsedMs;
  // Rounded up, so that what has passed and what is left add up.
  return left >= 0 ? `${clockText(Math.ceil(left / 1000) * 1000)} left` : `${clockText(-left)} over`;
}
