import * as Y from "yjs";
import { encodeUpdate } from "@/lib/collab/protocol/frames";
import type { Session } from "@/lib/collab/server/session";

/** In a full room a frame for every key of everybody is what costs: there, what came within a tick goes as one. */
const maxSessionsAtOnce = 16;
const tickMs = 16;
/** Merging takes time that grows faster than the number of updates. */
const maxMerged = 64;

/** Sends the room's changes to everybody in it. */
export interface FanOut {
  /** `except` is who sent it and has it already. */
  readonly send: (update: Uint8Array, except: object | undefined) => void;
  readonly stop: () => void;
}

export function createFanOut(sessions: ReadonlySet<Session>): FanOut {
  let waiting: { readonly update: Uint8Array; readonly except: object | undefined }[] = [];
  let timer: NodeJS.Timeout | undefined;

  function sendNow(update: Uint8Array, except: object | undefined): void {
    const frame = encodeUpdate(update);
    for (const session of [...sessions]) if (session !== except) session.send(frame);
  }

  function flush(): void {
    timer = undefined;
    const batch = waiting;
    waiting = [];
    const [only] = batch;
    if (batch.length === 1 && only !== undefined) return sendNow(only.update, only.except);
    for (let start = 0; start < batch.length; start += maxMerged) {
      // Their own change comes back to those who sent one: that is no change to them.
      sendNow(Y.mergeUpdates(batch.slice(start, start + maxMerged).map(({ update }) => update)), undefined);
    }
  }

  return {
    send: (update, except) => {
      if (sessions.size <= maxSessionsAtOnce && timer === undefined) return sendNow(update, except);
      waiting.push({ update, except });
      timer ??= setTimeout(flush, tickMs);
    },
    stop: () => {
      clearTimeout(timer);
      waiting = [];
    },
  };
}
