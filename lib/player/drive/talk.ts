import { readPlace, type LivePlace } from "@/lib/player/live/live-state";
import { isRecord } from "@/lib/player/live/record";
import type { Stopwatch } from "@/lib/player/stopwatch";

/** A person of the talk. */
export interface TalkPerson {
  readonly id: string;
  readonly name: string;
}

/** A talk as its presenters see it. */
export interface Talk {
  readonly id: string;
  readonly rev: number;
  readonly isRunning: boolean;
  readonly version: string | undefined;
  readonly place: LivePlace;
  /** Viewers may look at slides that were not shown yet. */
  readonly isPeeking: boolean;
  /** Undefined for somebody who is gone. */
  readonly driver: TalkPerson | undefined;
  /** Whoever asks drives. */
  readonly isDriver: boolean;
  /** In this device's time. */
  readonly watch: Stopwatch;
  /** The clock was reset, and that can be taken back. */
  readonly canUndoReset: boolean;
  /** In this device's time: since when the slide is shown. */
  readonly slideSinceMs: number | undefined;
  /** Slides of the deck that the audience sees an older text of. */
  readonly changed: number;
  readonly watching: number;
  /** Of them, how many have left the talk's slide for another. */
  readonly away: number;
  /** Phones without a sign-in that act for whoever asks, by id. */
  readonly phones: readonly string[];
}

/** Reads a talk; its clock is turned into this device's time by what the server's clock said when it was sent. */
export function readTalk(data: unknown, nowMs: number): Talk | undefined {
  if (!isRecord(data) || typeof data.id !== "string" || typeof data.rev !== "number") return undefined;
  const place = readPlace(data);
  if (!place) return undefined;
  return {
    id: data.id,
    rev: data.rev,
    isRunning: data.state === "running",
    version: typeof data.version === "string" ? data.version : undefined,
    place,
    isPeeking: data.peeking !== false,
    driver: readPerson(data.driver),
    isDriver: data.isDriver === true,
    watch: readWatch(data.clock, { serverMs: number(data.nowMs, nowMs), nowMs }),
    canUndoReset: isRecord(data.clock) && data.clock.canUndo === true,
    slideSinceMs: typeof data.slideSinceMs === "number" ? data.slideSinceMs - number(data.nowMs, nowMs) + nowMs : undefined,
    changed: number(data.changed, 0),
    watching: number(data.watching, 0),
    away: number(data.away, 0),
    phones: Array.isArray(data.phones) ? data.phones.filter((id) => typeof id === "string") : [],
  };
}

/** What makes one phone a remote of the talk: a code to scan, and its address. */
export interface PhoneCode {
  readonly url: string;
  readonly svg: string;
  /** In this device's time. */
  readonly expiresAtMs: number;
}

/** Reads the answer to a wish for a phone; undefined where it is none. */
export function readPhoneCode(data: unknown): PhoneCode | undefined {
  if (!isRecord(data) || typeof data.url !== "string" || typeof data.svg !== "string" || typeof data.expiresAt !== "string") return undefined;
  return { url: data.url, svg: data.svg, expiresAtMs: Date.parse(data.expiresAt) };
}

/** Reads the answer of a list of talks: the one that runs, if one does. */
export function readRunning(data: unknown, nowMs: number): Talk | "none" | undefined {
  if (!isRecord(data) || !Array.isArray(data.talks)) return undefined;
  return data.talks.map((talk) => readTalk(talk, nowMs)).find((talk) => talk?.isRunning) ?? "none";
}

/** Reads the people who may drive. */
export function readPeople(data: unknown): readonly TalkPerson[] {
  return isRecord(data) && Array.isArray(data.people) ? data.people.map(readPerson).filter((person) => person !== undefined) : [];
}

function readWatch(data: unknown, { serverMs, nowMs }: { readonly serverMs: number; readonly nowMs: number }): Stopwatch {
  if (!isRecord(data)) return { elapsedMs: 0, runningSinceMs: undefined };
  const since = data.runningSinceMs;
  return { elapsedMs: number(data.elapsedMs, 0), runningSinceMs: typeof since === "number" ? since - serverMs + nowMs : undefined };
}

function readPerson(data: unknown): TalkPerson | undefined {
  return isRecord(data) && typeof data.id === "string" && typeof data.name === "string" ? { id: data.id, name: data.name } : undefined;
}

function number(value: unknown, otherwise: number): number {
  return typeof value === "number" ? value : otherwise;
}
