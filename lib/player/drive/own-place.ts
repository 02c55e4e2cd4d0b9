import type { LivePlace } from "@/lib/player/live/live-state";

/** Where this device (or a window beside it) has gone, before the server says so too. */
export type OwnPlace =
  /** On its way to the server. */
  | { readonly state: "sending"; readonly place: LivePlace }
  /** The server has it under this revision: older news of the talk are no news. */
  | { readonly state: "sent"; readonly place: LivePlace; readonly rev: number }
  /** Another window of this browser sends it; believed until then. */
  | { readonly state: "expected"; readonly place: LivePlace; readonly untilMs: number };

interface News {
  readonly rev: number;
  readonly place: LivePlace;
  readonly isDriver: boolean;
}

/** Is the own place still ahead of what the server tells? */
export function isAhead(own: OwnPlace, { rev, place, isDriver }: News, nowMs: number): boolean {
  if (!isDriver) return false;
  switch (own.state) {
    case "sending":
      return true;
    case "sent":
      return rev < own.rev;
    case "expected":
      return nowMs < own.untilMs && !isSamePlace(own.place, place);
  }
}

/** Slides count by their addresses where both have one, else by their numbers. */
export function isSamePlace(a: LivePlace, b: LivePlace): boolean {
  const isSameSlide = a.anchor !== "" && b.anchor !== "" ? a.anchor === b.anchor : a.slide === b.slide;
  return isSameSlide && a.step === b.step && a.isBlank === b.isBlank;
}
