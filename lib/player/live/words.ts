import { givenWords, type GivenTalk, type GivenWords } from "@/lib/player/live/given-talk";
import type { Position } from "@/lib/player/state";

/** What a page says of the talk that it belongs to. */
export type LiveWords =
  | { readonly kind: "none" }
  /** Quiet, fades while nobody moves. */
  | { readonly kind: "with"; readonly text: string }
  /** Stays until it is no longer so. */
  | { readonly kind: "note"; readonly text: string }
  /** A button that leads back. */
  | { readonly kind: "away"; readonly text: string }
  /** A talk that was given, and the way to other slides than these. */
  | ({ readonly kind: "given" } & GivenWords);

export interface LiveSituation {
  readonly here: Position;
  /** Undefined where no talk runs. */
  readonly live: Position | undefined;
  readonly isFollowing: boolean;
  readonly isLinkUp: boolean;
  /** A talk ran while this page was open. */
  readonly hasEnded: boolean;
  readonly given: GivenTalk | undefined;
  /** Whoever reads on has read that by now. */
  readonly hasReadOn: boolean;
}

/** Which bar a viewer sees. */
export function liveWords({ here, live, isFollowing, isLinkUp, hasEnded, given, hasReadOn }: LiveSituation): LiveWords {
  const words = given && (!hasReadOn || here.slide === 0) ? givenWords(given) : undefined;
  if (!live && words) return { kind: "given", ...words };
  if (!live) return hasEnded ? { kind: "note", text: "The talk has ended" } : { kind: "none" };
  if (!isFollowing) return { kind: "away", text: `${distanceWords(here, live)}: go to live` };
  return isLinkUp ? { kind: "with", text: "Live" } : { kind: "note", text: "Live, connecting again…" };
}

/** `Live is 3 ahead`, `Live is 2 behind`. */
function distanceWords(here: Position, live: Position): string {
  const slides = live.slide - here.slide;
  if (slides > 0) return `Live is ${slides} ahead`;
  if (slides < 0) return `Live is ${-slides} behind`;
  return live.step > here.step ? "Live is further on this slide" : "Live is earlier on this slide";
}
