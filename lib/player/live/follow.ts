import { element, listen, stopAll } from "@/lib/player/dom";
import type { GivenTalk } from "@/lib/player/live/given-talk";
import type { LivePlace } from "@/lib/player/live/live-state";
import { liveWords } from "@/lib/player/live/words";
import type { Player } from "@/lib/player/player";
import type { Position } from "@/lib/player/state";
import { placeIn } from "@/lib/player/swap";

/** Keeps a page with the talk, lets its reader leaf away, and leads back. */
export interface Follower {
  /** The newest place of the talk; undefined where none runs. */
  readonly take: (place: LivePlace | undefined) => void;
  readonly takeGiven: (given: GivenTalk | undefined) => void;
  readonly setLink: (isUp: boolean) => void;
  readonly isFollowing: () => boolean;
  readonly goLive: () => void;
  readonly stop: () => void;
}

export interface FollowOptions {
  /** Following has begun again. */
  readonly onFollow?: () => void;
  /** Has the reader left the talk's slide? Told whenever it is drawn. */
  readonly onAway?: (isAway: boolean) => void;
  /** Whose page drives the talk needs no bar. */
  readonly isQuiet?: () => boolean;
  /** Shows what was shown so far, to who follows. */
  readonly openSoFar?: (isLate: boolean) => void;
}

/** Follows from the first message on. */
export function createFollower(player: Player, { onFollow, onAway, isQuiet = () => false, openSoFar }: FollowOptions = {}): Follower {
  let place: LivePlace | undefined;
  let isFollowing = true;
  let isLinkUp = true;
  let hasEnded = false;
  let given: GivenTalk | undefined;
  let hasReadOn = false;
  /** Slides went by before this page was here: undefined until it knows. */
  let isLate: boolean | undefined;
  const text = element("span");
  const bar = element("div", { class: "stage-bar stage-live", role: "status" }, text);
  const back = element("button", { type: "button", class: "stage-live-go" });
  const more = element("button", { type: "button", class: "stage-more" });
  const others = element("a");
  bar.hidden = true;
  document.body.append(bar);

  const livePosition = (): Position | undefined => place && placeIn(player.slides, place);
  const isThere = (here: Position, live: Position) => here.slide === live.slide && (here.step === live.step || player.root.dataset.view === "read");

  const draw = () => {
    onAway?.(place !== undefined && !isFollowing);
    const words = liveWords({ here: player.position(), live: livePosition(), isFollowing, isLinkUp, hasEnded, given, hasReadOn });
    bar.hidden = words.kind === "none" || isQuiet();
    bar.dataset.kind = words.kind;
    if (words.kind === "none") return;
    const target = words.kind === "away" ? back : text;
    if (target.textContent !== words.text) target.textContent = words.text;
    if (words.kind === "given" && words.link) {
      others.textContent = words.link.text;
      others.href = addressOf(words.link.version);
    }
    bar.toggleAttribute("data-late", isLate === true);
    more.textContent = isLate ? "What you missed" : "So far";
    const hasMore = words.kind === "with" && openSoFar !== undefined && (place?.slide ?? 0) > 0;
    const parts = [target, ...(hasMore ? [more] : []), ...(words.kind === "given" && words.link ? [others] : [])];
    if (parts.length !== bar.children.length || parts.some((part, at) => bar.children[at] !== part)) bar.replaceChildren(...parts);
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
      if (newest) isLate ??= newest.slide > 0;
      else isLate = undefined;
      place = newest;
      if (isFollowing) go();
      draw();
    },
    takeGiven: (talk) => {
      given = talk;
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
      listen(more, "click", () => {
        const wasLate = isLate === true;
        isLate = false;
        draw();
        openSoFar?.(wasLate);
      }),
      player.onMove(({ position, before, isRemote }) => {
        const live = livePosition();
        if (!isRemote) {
          hasEnded = false;
          hasReadOn ||= before !== undefined && before.slide !== position.slide;
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

/** This page with other slides. */
function addressOf(version: string): string {
  const address = new URL(location.href);
  address.hash = "";
  address.searchParams.set("v", version);
  return address.href;
}

function isSame(a: LivePlace | undefined, b: LivePlace | undefined): boolean {
  if (!a || !b) return a === b;
  return a.slide === b.slide && a.anchor === b.anchor && a.step === b.step && a.isBlank === b.isBlank;
}
