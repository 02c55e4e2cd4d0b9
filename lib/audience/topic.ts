import type { DeckId } from "@/lib/api/ids";
import type { LiveState } from "@/lib/api/talks";
import type { LinkState, Pointer } from "@/lib/audience/link-state";
import { eventFrame, type Sink } from "@/lib/audience/sink";
import type { Watchers } from "@/lib/audience/watching";
import { runInBackground, type Log } from "@/lib/log";

export interface TopicOptions {
  readonly deckId: DeckId;
  readonly first: Pick<Extract<LinkState, { state: "there" }>, "live" | "talkId" | "isFrozen" | "lock">;
  readonly read: () => Promise<LinkState>;
  readonly log: Log;
}

/** One public link that somebody here follows: its latest state, built once for all of them. */
export interface Topic {
  readonly deckId: DeckId;
  readonly lock: string | null;
  readonly viewers: () => Watchers;
  /** Those of them who follow the talks that are given: on a link that is frozen nobody does. */
  readonly watchers: () => Watchers;
  /** Sends the state as it is, and from now on each newer one. */
  readonly add: (sink: Sink, isAway: boolean) => () => void;
  /** Looks whether the state is another by now; asked while it looks, it looks once more. */
  readonly look: () => void;
  readonly point: (at: Pointer | null) => void;
  readonly beat: () => void;
  readonly onEmpty: (listener: () => void) => void;
  /** Ends where nobody came in. */
  readonly leaveEmpty: () => void;
  readonly end: () => void;
}

/** A browser that lost its stream comes back after about a second, each a little otherwise. */
const firstFrame = (frame: Buffer) => Buffer.concat([Buffer.from(`retry: ${500 + Math.floor(Math.random() * 1_500)}\n`), frame]);

const gone = eventFrame({}, { event: "gone" });

/** A pointer is shared 20 times a second at most, whatever its driver's devices send. */
const pointEveryMs = 50;

/** A topic with the state that was read first. It ends by itself where its link is gone or gets another password. */
export function createTopic({ deckId, first, read, log }: TopicOptions): Topic {
  const sinks = new Set<Sink>();
  const away = new Set<Sink>();
  let { live, talkId, isFrozen } = first;
  let pointer: Pointer | null = null;
  let frame = frameOf();
  let pointTimer: ReturnType<typeof setTimeout> | undefined;
  let isLooking = false;
  let isAsked = false;
  let whenEmpty: () => void = () => undefined;

  function frameOf(): Buffer {
    return eventFrame({ ...live, pointer } satisfies LiveState, { id: live.rev });
  }
  function send(): void {
    const next = frameOf();
    if (next.equals(frame)) return;
    frame = next;
    for (const sink of sinks) sink.send(frame);
  }
  function sendPointer(): void {
    send();
    pointTimer = setTimeout(() => {
      pointTimer = undefined;
      if (!frameOf().equals(frame)) sendPointer();
    }, pointEveryMs);
  }
  async function look(): Promise<void> {
    isLooking = true;
    try {
      while (isAsked) {
        isAsked = false;
        const found = await read();
        // Behind another password nobody goes on: the pages ask for it.
        if (found.state !== "there" || found.lock !== first.lock) return end(gone);
        // A reading may come of a moment before the last one's, where the database has copies.
        if (found.talkId !== null && found.talkId === talkId && found.live.rev < live.rev) continue;
        if (found.live.slide !== live.slide || found.talkId !== talkId) pointer = null;
        ({ live, talkId, isFrozen } = found);
        send();
      }
    } finally {
      isLooking = false;
    }
  }
  function end(last?: Buffer): void {
    clearTimeout(pointTimer);
    for (const sink of sinks) sink.end(last);
    sinks.clear();
    away.clear();
    whenEmpty();
  }

  const viewers = () => ({ count: sinks.size, away: away.size });

  return {
    deckId,
    lock: first.lock,
    viewers,
    watchers: () => (isFrozen ? { count: 0, away: 0 } : viewers()),
    add: (sink, isAway) => {
      sinks.add(sink);
      if (isAway) away.add(sink);
      sink.send(firstFrame(frame));
      return () => {
        away.delete(sink);
        if (sinks.delete(sink) && sinks.size === 0) whenEmpty();
      };
    },
    look: () => {
      isAsked = true;
      if (!isLooking) runInBackground(look(), log, "a talk's state could not be read");
    },
    point: (at) => {
      pointer = at;
      if (pointTimer === undefined) sendPointer();
    },
    beat: () => {
      for (const sink of sinks) sink.beat();
    },
    onEmpty: (listener) => {
      whenEmpty = listener;
    },
    leaveEmpty: () => {
      if (sinks.size === 0) whenEmpty();
    },
    end: () => end(),
  };
}
