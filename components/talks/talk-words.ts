import { nameWithin } from "@/lib/collab/protocol/person-name";
import { namesText } from "@/lib/player";
import type { TalkInfo, TalkRecord } from "@/lib/api/talks";

/** `12 May, 18:40`, with the year where that is another. */
export function startText(iso: string, now: Date): string {
  const then = new Date(iso);
  const year = then.getFullYear() === now.getFullYear() ? {} : { year: "numeric" as const };
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", ...year }).format(then);
}

/** `Ana`, `Ana and a guest`, within a sentence: in the order in which they took over. */
export function presentersText({ visits }: Pick<TalkRecord, "visits">): string {
  return namesText([...new Set(visits.flatMap(({ driver }) => (driver === null ? [] : [nameWithin(driver)])))]);
}

/** Seconds of a talk. Where its record is there they are the record's, so that what somebody adds up is the sum, also while it runs. */
export function lengthOf(
  { startedAt, endedAt, nowMs }: Pick<TalkInfo, "startedAt" | "endedAt" | "nowMs">,
  record: Pick<TalkRecord, "visits"> | undefined,
): number {
  if (record) return record.visits.reduce((sum, { seconds }) => sum + seconds, 0);
  return Math.floor(((endedAt === null ? nowMs : Date.parse(endedAt)) - Date.parse(startedAt)) / 1000);
}

/** How wide a visit's bar is, as part of the longest one. */
export function shareOf(seconds: number, { visits }: Pick<TalkRecord, "visits">): number {
  const longest = Math.max(1, ...visits.map((visit) => visit.seconds));
  return seconds / longest;
}
