import { isRecord } from "@/lib/player/live/record";

/** A talk that was given on the link of this page. */
export interface GivenTalk {
  readonly id: string;
  /** `12 May` where the reader is; with the year where that is another. */
  readonly day: string;
  readonly by: readonly string[];
  /** Slides that are others in the latest text. */
  readonly changed: number;
  /** This page shows the slides of then. */
  readonly isShown: boolean;
}

/** Reads what a message says of the talk; undefined where it tells of none. */
export function readGiven(data: unknown): GivenTalk | undefined {
  if (!isRecord(data) || typeof data.talkId !== "string" || typeof data.at !== "string" || typeof data.changed !== "number") return undefined;
  const at = new Date(data.at);
  if (Number.isNaN(at.getTime())) return undefined;
  const by = Array.isArray(data.by) ? data.by.filter((name) => typeof name === "string") : [];
  return { id: data.talkId, day: dayOf(at, new Date()), by, changed: data.changed, isShown: data.isShown === true };
}

/** What a page says of the talk that its slides were shown in, and where the others are; nothing where it shows them all the same. */
export interface GivenWords {
  readonly text: string;
  readonly link: { readonly text: string; /** `?v=` of them. */ readonly version: string } | undefined;
}

/** `As presented on 12 May by Ana · 4 slides changed since`, and a link to the latest; on the latest the other way round. */
export function givenWords({ id, day, by, changed, isShown }: GivenTalk): GivenWords | undefined {
  if (changed === 0 && !isShown) return undefined;
  const who = by.length === 0 ? "" : ` by ${namesText(by)}`;
  const since = changed === 0 ? "" : ` · ${changed === 1 ? "1 slide" : `${changed} slides`} changed since`;
  if (!isShown) return { text: `Presented on ${day}${who}${since}`, link: { text: "See it as presented", version: id } };
  return { text: `As presented on ${day}${who}${since}`, link: changed === 0 ? undefined : { text: "See the latest", version: "latest" } };
}

/** `Ana`, `Ana, Ben and Carla`. */
export function namesText(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

function dayOf(at: Date, now: Date): string {
  const year = at.getFullYear() === now.getFullYear() ? undefined : ("numeric" as const);
  return at.toLocaleDateString("en-GB", { day: "numeric", month: "long", year });
}
