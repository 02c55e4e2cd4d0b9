import { announce } from "@/lib/player/announce";
import { blank } from "@/lib/player/blank";
import { controls } from "@/lib/player/controls";
import { desk } from "@/lib/player/desk";
import { stopAll } from "@/lib/player/dom";
import { fit } from "@/lib/player/fit";
import { fullscreen } from "@/lib/player/fullscreen";
import { hash } from "@/lib/player/hash";
import { help } from "@/lib/player/help";
import { keyboard } from "@/lib/player/keyboard";
import { media } from "@/lib/player/media";
import { moves } from "@/lib/player/moves";
import { openDesk } from "@/lib/player/open-desk";
import { overview } from "@/lib/player/overview";
import { createPlayer, type Behaviour } from "@/lib/player/player";
import { present } from "@/lib/player/present";
import { print } from "@/lib/player/print";
import { touch } from "@/lib/player/touch";
import { videos } from "@/lib/player/videos";
import { wakeLock } from "@/lib/player/wake-lock";

export const playerViews = ["slides", "desk"] as const;
export type PlayerView = (typeof playerViews)[number];

/** What runs in which view, in the order in which it starts; of two that take a command the later one comes first. */
const behaviours: Readonly<Record<PlayerView, readonly Behaviour[]>> = {
  slides: [
    moves,
    present,
    hash,
    fit,
    announce,
    controls,
    blank,
    overview,
    fullscreen,
    help,
    openDesk,
    wakeLock,
    media,
    videos,
    print,
    touch,
    keyboard,
  ],
  desk: [moves, desk, announce, fullscreen, help, wakeLock, keyboard],
};

export interface PlayerOptions {
  readonly view?: PlayerView;
}

/** Brings the slides of a stage to life; returns the stop, which leaves them as they came. */
export function startPlayer(root: HTMLElement, { view = "slides" }: PlayerOptions = {}): () => void {
  const player = createPlayer(root);
  const stops = behaviours[view].map((start) => start(player));
  return stopAll(stops.toReversed());
}

/** The view that an address asks for: `?view=desk` or `#desk`. */
export function viewOf({ search, hash: fragment }: { readonly search: string; readonly hash: string }): PlayerView {
  const asked = new URLSearchParams(search).get("view");
  return asked === "desk" || (asked === null && fragment === "#desk") ? "desk" : "slides";
}
