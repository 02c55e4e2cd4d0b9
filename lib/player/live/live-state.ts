import { readGiven, type GivenTalk } from "@/lib/player/live/given-talk";
import { isRecord } from "@/lib/player/live/record";
import type { NamedPlace } from "@/lib/player/swap";

/** A spot on a slide's canvas, from its left upper corner (0, 0) to its right lower one (1, 1). */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** What the audience's channel tells: which text the link shows, and where the talk stands while one runs. */
export interface LiveState {
  readonly rev: number;
  readonly version: string | undefined;
  /** Undefined where no talk runs. */
  readonly talk: LivePlace | undefined;
  /** How many slides are sent, where the audience can't look ahead; undefined: all of them. */
  readonly reach: number | undefined;
  readonly pointer: Spot | undefined;
  /** A talk that was given on this link, while none runs. */
  readonly given: GivenTalk | undefined;
}

export interface LivePlace extends NamedPlace {
  readonly isBlank: boolean;
}

/** Reads a message of the channel; undefined for anything else. */
export function readLive(data: unknown): LiveState | undefined {
  if (!isRecord(data) || typeof data.rev !== "number") return undefined;
  return {
    rev: data.rev,
    version: typeof data.version === "string" ? data.version : undefined,
    talk: data.live === true ? readPlace(data) : undefined,
    reach: typeof data.reach === "number" ? data.reach : undefined,
    pointer: readSpot(data.pointer),
    given: readGiven(data.presented),
  };
}

/** Where a talk stands, as messages of both channels tell it. */
export function readPlace({ slide, anchor, step, blank }: Readonly<Record<string, unknown>>): LivePlace | undefined {
  if (typeof slide !== "number" && typeof anchor !== "string") return undefined;
  return {
    slide: typeof slide === "number" ? slide - 1 : -1,
    anchor: typeof anchor === "string" ? anchor : "",
    step: typeof step === "number" ? step : 0,
    isBlank: blank === true,
  };
}

/** Reads where a pointer is; undefined where it is put away. */
export function readSpot(data: unknown): Spot | undefined {
  return isRecord(data) && typeof data.x === "number" && typeof data.y === "number" ? { x: data.x, y: data.y } : undefined;
}
