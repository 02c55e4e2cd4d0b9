import { element, listen, stopAll } from "@/lib/player/dom";
import type { LivePlace } from "@/lib/player/live/live-state";
import { liveWords } from "@/lib/player/live/words";
import type { Player } from "@/lib/player/player";
import type { Position } from "@/lib/player/state";
import { placeIn } from "@/lib/player/swap";

/** Keeps a page with the talk, lets its reader leaf away, and leads back. */
export interface Follower {
  /** The newest place of the talk; undefined where none runs. */
  readonly take: (place: LivePlace | undefined) => void;
  readonly setLink: (isUp: boolean) => void;
  readonly isFollowing: () => boolean;
  readonly goLive: () => void;
  readonly stop: () => void;
}

export interface FollowOptions {
  /** Following has begun again. */
  readonly onFollow?: () => void;
  /** Whose page drives the talk needs no bar. */
  readonly isQuiet?: () => boolean;
}

/** Follows from the first message on. */
export function createFollower(player: Player, { onFollow, isQuiet = () => false }: FollowOptions = {}): Follower {
  let place: LivePlace | undefined;
  let isFollowing = true;
  let isLinkUp = true;
  let hasEnded = false;
  const text = element("span");
  const bar = element("div", { class: "stage-live", role: "status" }, text);
  const back = element("button", { type: "button", class: "stage-live-go" });
  bar.hidden = true;
  document.body.append(bar);

  const livePosition = (): Position | undefined => place && placeIn(player.slides, place);
  const isThere = (here: Position, live: Position) => here.slide === live.slide && (here.step === live.step || player.root.dataset.view === "read");

  const draw = () => {
    const words = liveWords({ here: player.position(), live: livePosition(), isFollowing, isLinkUp, hasEnded });
    bar.hidden = words.kind === "none" || isQuiet();
    bar.dataset.kind = words.kind;
    if (words.kind === "none") return;
    const target = words.kind === "away" ? back : text;
    if (target.textContent !== words.text) target.textContent = words.text;
    if (!bar.contains(target)) bar.replaceChildren(target);
  };
  const go = () => {
    const live = livePosition();
    if (!live || !place) return;
    // One that is not here yet comes, and then it is shown.
    if (place.slide < player.slides.length || player.slides.some((slide) => slide.anchor === place?.anchor)) {
      player.move({ type: "go", ...live }, { isQuiet: true, isRemote: true });
    }
    player.setBlank(place.isBlank, { isRemote: true });
  };
  const follow = () => {
    isFollowing = true;
    onFollow?.();
    go();
    draw();
  };

  return {
    take: (newest) => {
      // Most messages of a talk tell where its pointer is.
      if (isSame(place, newest)) return;
      if (place && !newest) {
        hasEnded = true;
        if (isFollowing) player.setBlank(false, { isRemote: true });
      }
      if (newest && !place) isFollowing = true;
      if (newest) hasEnded = false;
      place = newest;
      if (isFollowing) go();
      draw();
    },
    setLink: (isUp) => {
      isLinkUp = isUp;
      draw();
    },
    isFollowing: () => place !== undefined && isFollowing,
    goLive: follow,
    stop: stopAll([
      listen(back, "click", follow),
      player.onMove(({ position, isRemote }) => {
        const live = livePosition();
        if (!isRemote) {
          hasEnded = false;
          isFollowing = live === undefined || isThere(position, live);
        }
        draw();
      }),
      player.onReplace(() => {
        if (isFollowing) go();
        draw();
      }),
      () => bar.remove(),
    ]),
  };
}

function isSame(a: LivePlace | undefined, b: LivePlace | undefined): boolean {
  if (!a || !b) return a === b;
  return a.slide === b.slide && a.anchor === b.anchor && a.step === b.step && a.isBlank === b.isBlank;
}
