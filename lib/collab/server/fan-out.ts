import * as Y from "yjs";
import { encodeUpdate } from "@/lib/collab/protocol/frames";
import type { Session } from "@/lib/collab/server/session";

/** In a room with more than these a frame for every key of everybody is what costs. */
const maxSessionsAtOnce = 16;
/**
 * There, what comes while the last frames are hardly out goes as one. Writing to a socket takes about 4 µs: with a rest
 * that is longer than that for each of them, no room keeps this process busy, and in most nobody waits.
 */
const restMsPerSession = 0.006;
/** Merging takes time that grows faster than the number of updates. */
const maxMerged = 64;

/** Sends the room's changes to everybody in it. */
export interface FanOut {
  /** `except` is who sent it and has it already. */
  readonly send: (update: Uint8Array, except: object | undefined) => void;
  readonly stop: () => void;
}

/** `dueCarets`: asked for what there is to say of carets by now, as a frame that goes along. */
export function createFanOut(sessions: ReadonlySet<Session>, { dueCarets }: { readonly dueCarets: () => Uint8Array | undefined }): FanOut {
  let waiting: { readonly update: Uint8Array; readonly except: object | undefined }[] = [];
  let timer: NodeJS.Timeout | undefined;
  let restUntilMs = 0;

  function sendNow(update: Uint8Array, except: object | undefined): void {
    const frame = encodeUpdate(update);
    const carets = dueCarets();
    for (const session of [...sessions]) {
      if (session !== except) session.send(frame, carets);
      else if (carets !== undefined) session.sendAwareness(carets);
    }
  }

  function flush(): void {
    timer = undefined;
    const batch = waiting;
    waiting = [];
    for (let start = 0; start < batch.length; start += maxMerged) {
      const part = batch.slice(start, start + maxMerged);
      const [only] = part;
      if (part.length === 1 && only !== undefined) sendNow(only.update, only.except);
      // Their own change comes back to those who sent one: that is no change to them.
      else sendNow(Y.mergeUpdates(part.map(({ update }) => update)), undefined);
    }
    restUntilMs = performance.now() + sessions.size * restMsPerSession;
  }

  return {
    send: (update, except) => {
      waiting.push({ update, except });
      if (timer !== undefined) return;
      const restMs = sessions.size <= maxSessionsAtOnce ? 0 : restUntilMs - performance.now();
      if (restMs <= 0) flush();
      else timer = setTimeout(flush, restMs);
    },
    stop: () => {
      clearTimeout(timer);
      waiting = [];
    },
  };
}
