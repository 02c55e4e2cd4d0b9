import { stopAll } from "@/lib/player/dom";
import { isSamePlace } from "@/lib/player/drive/own-place";
import type { TalkSession } from "@/lib/player/drive/session";
import { createFollower } from "@/lib/player/live/follow";
import type { LivePlace } from "@/lib/player/live/live-state";
import { createNewer } from "@/lib/player/live/newer";
import type { Behaviour, Player } from "@/lib/player/player";
import { named } from "@/lib/player/swap";

/**
 * Joins this page and the talk: the driver's moves are made here first and told to the server; a page of somebody who
 * doesn't drive follows like any viewer's, and its keys move its own view alone.
 */
export function createDrive(session: TalkSession): Behaviour {
  return (player) => {
    const drives = () => session.state().talk?.isDriver === true;
    const follower = createFollower(player, { onFollow: () => newer.takeNow(), isQuiet: drives });
    const newer = createNewer(player, { isFollowing: () => drives() || follower.isFollowing() });
    const update = () => {
      const { talk, isLinkUp } = session.state();
      follower.setLink(isLinkUp);
      follower.take(talk?.place);
      // Whoever takes over goes on where the talk stands.
      if (talk?.isDriver && !follower.isFollowing()) follower.goLive();
      if (talk) newer.want({ version: talk.version, reach: undefined, isLive: true });
    };
    const here = (isRemote: boolean) => {
      const place = placeOf(player);
      const { talk } = session.state();
      if (!talk?.isDriver || isSamePlace(talk.place, place)) return;
      if (isRemote) session.expect(place);
      else session.tell(place);
      follower.take(session.state().talk?.place);
    };
    update();
    return stopAll([
      session.onChange(update),
      player.onMove(({ isRemote, isQuiet, before }) => {
        // The page's own start (an address with a slide in it) moves nobody.
        if (before !== undefined) here(isRemote);
        const { talk } = session.state();
        const { watch } = talk ?? {};
        if (talk?.isDriver && !isRemote && !isQuiet && watch?.runningSinceMs === undefined && watch?.elapsedMs === 0) void session.clock("start");
      }),
      player.onBlank(({ isRemote }) => here(isRemote)),
      player.onPoint(({ spot, isRemote }) => {
        if (!isRemote) session.point(spot);
      }),
      follower.stop,
      newer.stop,
    ]);
  };
}

/** Where a page stands, as the talk tells it. */
export function placeOf(player: Player): LivePlace {
  return { ...named(player.slides, player.position()), isBlank: player.isBlank() };
}
