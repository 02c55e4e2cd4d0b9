/** What the page shows, beside what the channel says that it could. */
export interface Shown {
  readonly version: string | undefined;
  readonly slides: number;
  /** How many there are, also of those that are kept back. */
  readonly total: number;
  /** Newer slides that came and wait for their moment. */
  readonly waitingVersion: string | undefined;
}

export interface Wanted {
  readonly version: string | undefined;
  readonly reach: number | undefined;
  readonly isLive: boolean;
}

/** An audience that all asks in the same moment would wait for each other. */
const spreadMs = 2_000;
const liveSpreadMs = 250;

/** The longest to wait before the page asks for newer slides; undefined where it has them. Everybody waits a random part of it. */
export function waitBeforeFetch({ version, slides, total, waitingVersion }: Shown, wanted: Wanted): number | undefined {
  const isOlder = wanted.version !== undefined && wanted.version !== version && wanted.version !== waitingVersion;
  const isShorter = (wanted.reach ?? total) > slides && waitingVersion === undefined;
  if (!isOlder && !isShorter) return undefined;
  return wanted.isLive ? liveSpreadMs : spreadMs;
}

/**
 * When slides that came are taken: what only adds to the shown ones at once; in a talk by who follows at once, since the
 * presenter has asked for it; else with the next change of slides, never in the middle of one.
 */
export function whenToTake({ isSameVersion, isFollowing }: { readonly isSameVersion: boolean; readonly isFollowing: boolean }): "now" | "next-slide" {
  return isSameVersion || isFollowing ? "now" : "next-slide";
}
