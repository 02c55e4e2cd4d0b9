import { stopAll } from "@/lib/player/dom";
import { hearEvents, pollJson } from "@/lib/player/live/events";
import { createFollower } from "@/lib/player/live/follow";
import { readLive } from "@/lib/player/live/live-state";
import { createNewer } from "@/lib/player/live/newer";
import { createSoFar } from "@/lib/player/live/so-far";
import { createSettled } from "@/lib/player/live/settled";
import type { Behaviour } from "@/lib/player/player";

/** A public page goes with the talk while one runs, and takes newer slides at a good moment while none does. */
export const live: Behaviour = (player) => {
  const url = player.root.dataset.events;
  if (url === undefined) return () => undefined;
  const newer = createNewer(player, { isFollowing: () => follower.isFollowing() });
  const soFar = player.root.dataset.embed === undefined ? createSoFar(player, url.replace(/events$/, "so-far.json")) : undefined;
  const away = createSettled((isAway) => {
    stopHearing();
    stopHearing = hear(isAway);
  });
  const follower = createFollower(player, {
    onFollow: newer.takeNow,
    onAway: away.is,
    ...(soFar ? { openSoFar: soFar.open } : {}),
  });
  // A page that shows a talk that was given hears of that one.
  const asked = new URLSearchParams(location.search).get("v");
  const addressWith = (more: Readonly<Record<string, string>>) => {
    const query = new URLSearchParams({ ...(asked === null ? {} : { v: asked }), ...more }).toString();
    return query === "" ? url : `${url}?${query}`;
  };
  const poll = () => pollJson(addressWith({ poll: "1" }), readLive);
  // The stream itself says whether its reader has left: so nothing has to name it, and the count ends with it.
  const hear = (isAway: boolean) =>
    hearEvents({
      url: addressWith(isAway ? { away: "1" } : {}),
      read: readLive,
      poll,
      onState: ({ version, talk, reach, pointer, given }) => {
        follower.take(talk);
        if (soFar) follower.takeGiven(given);
        player.point(follower.isFollowing() ? pointer : undefined, { isRemote: true });
        newer.want({ version, reach, isLive: talk !== undefined });
      },
      onLink: follower.setLink,
      // The server has the words for a link that was withdrawn, has ended or asks for a password: the page gives way to them.
      onGone: () =>
        void poll().then(({ state }) => {
          if (state === "gone") location.reload();
        }),
    });
  let stopHearing = hear(false);
  return stopAll([() => stopHearing(), away.stop, follower.stop, newer.stop, () => soFar?.stop()]);
};
