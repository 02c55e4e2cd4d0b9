import { z } from "zod";
import type { DeckId } from "@/lib/api/ids";
import type { Bus } from "@/lib/bus/bus";

// A process of before an update knows nothing of who leafs.
const messageSchema = z.object({ node: z.string().max(100), count: z.int().min(0), away: z.int().min(0).default(0) });

/** Counts of other processes that were not heard again for so many of their signs of life are forgotten. */
const forgetAfterBeats = 2.5;
/** A hall that arrives is told in one message, not in one a person. */
const tellAfterMs = 500;

/** Open pages of a deck, and how many of them have left the talk's slide for another. */
export interface Watchers {
  readonly count: number;
  readonly away: number;
}

export interface Watching {
  /** In all processes, as far as they were heard. */
  readonly count: (deckId: DeckId) => Watchers;
  /** This process's own number changed. */
  readonly changed: (deckId: DeckId) => void;
  /** Tells all again, and forgets who was not heard. */
  readonly beat: () => void;
  /** Hears of a deck's viewers elsewhere while somebody here wants to know. */
  readonly listen: (deckId: DeckId) => () => void;
  readonly stop: () => void;
}

export interface WatchingOptions {
  readonly bus: Bus;
  readonly nodeName: string;
  readonly countHere: (deckId: DeckId) => Watchers;
  readonly decksHere: () => Iterable<DeckId>;
  readonly onChange: (deckId: DeckId) => void;
  readonly nowMs: () => number;
  /** How often every process tells of its decks. */
  readonly beatMs: number;
}

/** How many look: each process tells its own number, and adds up what it hears. */
export function createWatching({ bus, nodeName, countHere, decksHere, onChange, nowMs, beatMs }: WatchingOptions): Watching {
  const heard = new Map<DeckId, Map<string, Watchers & { readonly atMs: number }>>();
  const listeners = new Map<DeckId, { users: number; readonly stop: () => void }>();
  const telling = new Map<DeckId, NodeJS.Timeout>();
  const channel = (deckId: DeckId) => `watching:${deckId}`;

  const tell = (deckId: DeckId) => {
    telling.delete(deckId);
    bus.publish(channel(deckId), Buffer.from(JSON.stringify({ node: nodeName, ...countHere(deckId) })));
    onChange(deckId);
  };
  const hear = (deckId: DeckId, message: Uint8Array) => {
    const { node, count, away } = messageSchema.parse(JSON.parse(Buffer.from(message).toString()));
    if (node === nodeName) return;
    const nodes = heard.get(deckId) ?? new Map<string, Watchers & { readonly atMs: number }>();
    heard.set(deckId, nodes);
    const before = nodes.get(node);
    nodes.set(node, { count, away, atMs: nowMs() });
    if (before?.count !== count || before.away !== away) onChange(deckId);
  };

  return {
    count: (deckId) => sumOf([countHere(deckId), ...(heard.get(deckId)?.values() ?? [])]),
    changed: (deckId) => {
      if (!telling.has(deckId)) telling.set(deckId, setTimeout(() => tell(deckId), tellAfterMs).unref());
    },
    beat: () => {
      for (const deckId of decksHere()) tell(deckId);
      for (const [deckId, nodes] of heard) {
        for (const [node, { atMs }] of nodes) if (nowMs() - atMs > forgetAfterBeats * beatMs) nodes.delete(node);
        if (nodes.size === 0) heard.delete(deckId);
      }
    },
    listen: (deckId) => {
      const listener = listeners.get(deckId) ?? { users: 0, stop: bus.subscribe(channel(deckId), (message) => hear(deckId, message)) };
      listeners.set(deckId, listener);
      listener.users += 1;
      return () => {
        listener.users -= 1;
        if (listener.users > 0) return;
        listener.stop();
        listeners.delete(deckId);
        heard.delete(deckId);
      };
    },
    stop: () => {
      for (const timer of telling.values()) clearTimeout(timer);
      for (const { stop } of listeners.values()) stop();
    },
  };
}

/** Counts of several places together. */
export function sumOf(all: readonly Watchers[]): Watchers {
  return { count: all.reduce((sum, { count }) => sum + count, 0), away: all.reduce((sum, { away }) => sum + away, 0) };
}
