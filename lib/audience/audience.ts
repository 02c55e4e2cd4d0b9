import { z } from "zod";
import { deckIdSchema, type DeckId } from "@/lib/api/ids";
import type { LiveState } from "@/lib/api/talks";
import type { LinkState, OpensLock, Pointer, Refused } from "@/lib/audience/link-state";
import { createTopic, type Topic } from "@/lib/audience/topic";
import type { Sink } from "@/lib/audience/sink";
import { createWatching, sumOf, type Watchers } from "@/lib/audience/watching";
import type { Bus } from "@/lib/bus/bus";
import { hearOfIds, tellOfIds } from "@/lib/bus/id-list";
import type { Log } from "@/lib/log";
import { streamBeatMs } from "@/lib/player";

export interface AudienceOptions {
  readonly bus: Bus;
  readonly log: Log;
  /** By what a page asks for: a link, and what of it. Pages that ask for the same are one topic. */
  readonly readLink: (address: string) => Promise<LinkState>;
  /** Names this process to the others. */
  readonly nodeName: string;
  readonly beatMs?: number;
  /** How often states are looked at without a hint: seldom, and often while other processes can't be heard. */
  readonly lookMs?: { readonly heard: number; readonly unheard: number };
}

export interface FollowOptions {
  readonly opens: OpensLock;
  /** The page says that its reader has left the talk's slide. It opens another stream as they come back: nothing names it in between. */
  readonly isAway: boolean;
}

/** Follows talks for whoever has a public page open. */
export interface Audience {
  /** What a link shows now, for who can't be held on a stream. */
  readonly look: (slug: string, opens: OpensLock) => Promise<{ readonly state: Refused } | { readonly state: "there"; readonly live: LiveState }>;
  /** Sends a link's state now and whenever it changes. Returns how to leave, or why there is nothing to follow. */
  readonly follow: (slug: string, sink: Sink, options: FollowOptions) => Promise<(() => void) | Refused>;
  /** Something of these decks changed that audiences may see: told to every process. */
  readonly changed: (deckIds: readonly DeckId[]) => void;
  /** The driver's pointer moved, or was put away. */
  readonly point: (deckId: DeckId, at: Pointer | null) => void;
  readonly watching: (deckId: DeckId) => Watchers;
  /** Calls when a deck's talk, text or number of viewers may have changed. */
  readonly listen: (deckId: DeckId, listener: () => void) => () => void;
  readonly stats: () => { readonly viewers: number; readonly links: number };
  /** Ends every stream; viewers come back to another process. */
  readonly stop: () => void;
}

const pointerSchema = z.object({ x: z.number(), y: z.number() }).nullable();

const liveChannel = "live";

/** Starts the engine. It holds timers and listens to the bus until it is stopped. */
export function createAudience({
  bus,
  log,
  readLink,
  nodeName,
  beatMs = streamBeatMs,
  lookMs = { heard: 15_000, unheard: 2_000 },
}: AudienceOptions): Audience {
  const topics = new Map<string, Topic>();
  const listeners = new Map<DeckId, Set<() => void>>();
  const notify = (deckId: DeckId) => {
    for (const listener of [...(listeners.get(deckId) ?? [])]) listener();
  };
  const topicsOf = (deckId: DeckId) => [...topics.values()].filter((topic) => topic.deckId === deckId);
  const watching = createWatching({
    bus,
    nodeName,
    countHere: (deckId) => sumOf(topicsOf(deckId).map((topic) => topic.watchers())),
    decksHere: () => new Set([...topics.values()].map(({ deckId }) => deckId)),
    onChange: notify,
    nowMs: Date.now,
    beatMs,
  });

  async function openTopic(slug: string): Promise<Topic | Refused> {
    const found = await readLink(slug);
    if (found.state !== "there") return found.state;
    const open = topics.get(slug);
    if (open) return open;
    const { deckId } = found;
    const topic = createTopic({ deckId, first: found, read: () => readLink(slug), log });
    const stopPointing = bus.subscribe(pointerChannelOf(deckId), (message) =>
      topic.point(pointerSchema.parse(JSON.parse(Buffer.from(message).toString()))),
    );
    topic.onEmpty(() => {
      stopPointing();
      topics.delete(slug);
    });
    topics.set(slug, topic);
    // What changed between the reading and the listening was told to nobody here.
    topic.look();
    return topic;
  }

  const stopHearing = hearOfIds(bus, liveChannel, {
    idSchema: deckIdSchema,
    onIds: (deckIds) => {
      const told = new Set(deckIds);
      for (const topic of topics.values()) if (told.has(topic.deckId)) topic.look();
      for (const deckId of listeners.keys()) if (told.has(deckId)) notify(deckId);
    },
  });

  const beats = setInterval(() => {
    for (const topic of topics.values()) topic.beat();
    watching.beat();
  }, beatMs).unref();
  let lookedMs = Date.now();
  const looks = setInterval(() => {
    const pauseMs = bus.isConnected() ? lookMs.heard : lookMs.unheard;
    if (Date.now() - lookedMs < pauseMs) return;
    lookedMs = Date.now();
    for (const topic of topics.values()) topic.look();
    for (const deckId of listeners.keys()) notify(deckId);
  }, lookMs.unheard).unref();

  return {
    look: async (slug, opens) => {
      const found = await readLink(slug);
      if (found.state === "there" && found.lock !== null && !opens(found.lock)) return { state: "locked" };
      return found.state === "there" ? { state: "there", live: { ...found.live, pointer: null } } : found;
    },
    follow: async (slug, sink, { opens, isAway }) => {
      const topic = await openTopic(slug);
      if (typeof topic === "string") return topic;
      if (topic.lock !== null && !opens(topic.lock)) {
        topic.leaveEmpty();
        return "locked";
      }
      const leave = topic.add(sink, isAway);
      watching.changed(topic.deckId);
      return () => {
        leave();
        watching.changed(topic.deckId);
      };
    },
    changed: (deckIds) => tellOfIds(bus, liveChannel, { from: nodeName, ids: deckIds }),
    point: (deckId, at) => bus.publish(pointerChannelOf(deckId), Buffer.from(JSON.stringify(at))),
    watching: watching.count,
    listen: (deckId, listener) => {
      const set = listeners.get(deckId) ?? new Set();
      listeners.set(deckId, set.add(listener));
      const stopWatching = watching.listen(deckId);
      return () => {
        stopWatching();
        set.delete(listener);
        if (set.size === 0) listeners.delete(deckId);
      };
    },
    stats: () => ({ viewers: sumOf([...topics.values()].map((topic) => topic.viewers())).count, links: topics.size }),
    stop: () => {
      clearInterval(beats);
      clearInterval(looks);
      stopHearing();
      for (const topic of topics.values()) topic.end();
      watching.stop();
    },
  };
}

function pointerChannelOf(deckId: DeckId): string {
  return `pointer:${deckId}`;
}
