import { waitBeforeFetch, whenToTake, type Wanted } from "@/lib/player/live/freshness";
import { fetchContent, type FetchedContent } from "@/lib/player/live/page-content";
import type { Player } from "@/lib/player/player";

const firstRetryMs = 1_000;
const slowestRetryMs = 30_000;

/** Brings the slides that the channel tells of, and takes them when their moment has come. */
export interface Newer {
  readonly want: (wanted: Wanted) => void;
  /** Takes at once what waits. */
  readonly takeNow: () => void;
  readonly stop: () => void;
}

/** Fetches nothing before `want`, and tries again what fails, later each time, until `stop`. */
export function createNewer(player: Player, { isFollowing }: { readonly isFollowing: () => boolean }): Newer {
  let wanted: Wanted | undefined;
  let waiting: FetchedContent | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let isStopped = false;

  const look = () => {
    if (!wanted || timer !== undefined || isStopped) return;
    const shown = { version: player.root.dataset.version, slides: player.slides.length, total: player.total, waitingVersion: waiting?.version };
    const spreadMs = waitBeforeFetch(shown, wanted);
    if (spreadMs === undefined) return;
    const retryMs = failures === 0 ? 0 : Math.min(slowestRetryMs, firstRetryMs * 2 ** (failures - 1));
    timer = setTimeout(() => void bring(), retryMs + Math.random() * spreadMs);
  };
  const bring = async () => {
    const isMore = wanted?.version !== undefined && wanted.version === player.root.dataset.version;
    const content = await fetchContent(player, { isMore });
    timer = undefined;
    if (isStopped) return;
    const isNews = content !== undefined && (!content.isSameVersion || content.frames.length > player.slides.length);
    failures = isNews ? 0 : failures + 1;
    if (content && isNews) {
      waiting = content;
      if (whenToTake({ isSameVersion: content.isSameVersion, isFollowing: isFollowing() }) === "now") player.replace(content);
      else player.replaceLater(content);
    }
    look();
  };
  /** Looking ahead was switched off: what was not shown yet goes, also where it had come already. */
  const keepWithin = ({ version, reach }: Wanted) => {
    if (reach === undefined || version !== player.root.dataset.version || reach >= player.slides.length) return;
    const { total } = player;
    player.replace({
      frames: player.slides.slice(0, reach).map(({ frame }) => frame),
      adopt: () => Object.assign(player.root.dataset, { reach, total }),
    });
  };
  const stopReplacing = player.onReplace(() => {
    waiting = undefined;
  });
  return {
    want: (newest) => {
      wanted = newest;
      // Taken back before it was shown: what is on the page is the newest again.
      if (waiting && newest.version !== undefined && newest.version === player.root.dataset.version) {
        waiting = undefined;
        player.replaceLater(undefined);
      }
      keepWithin(newest);
      look();
    },
    takeNow: () => {
      if (waiting) player.replace(waiting);
    },
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      stopReplacing();
    },
  };
}
