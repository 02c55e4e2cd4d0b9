import * as Y from "yjs";
import type { AnnouncedRow, Announcement } from "@/lib/collab/server/deck-messages";
import { extentWith } from "@/lib/collab/server/guard-update";
import { contradictsStored } from "@/lib/collab/server/known-text";
import { decodePayload } from "@/lib/collab/server/payload";
import type { PendingChange } from "@/lib/collab/server/pending-changes";

/** A process that has not stored what it announced for so long may be dead. */
export const maxHeldMs = 2_000;
/** More is not held: it comes with its row. */
const maxHeldBytes = 256 * 1024;

/**
 * What other processes announced and have not stored yet. People here see it, but the document doesn't have it: that is
 * the log and what was written here, so that what an author brings again after their process died looks new, and is stored
 * before it is called so. Wherever that makes a difference (somebody comes, builds on it, or its process doesn't store
 * it) it is taken over: it waits to be stored here as if it had been written here. Twice in the log is no change, and
 * nobody sees text that is later gone while one of the two lives.
 */
export interface Announced {
  readonly hear: (announcement: Announcement) => void;
  /** The updates of a row, where all of them were announced: everybody here has them. */
  readonly find: (row: AnnouncedRow) => readonly Uint8Array[] | undefined;
  /** The row is in the document now. */
  readonly settle: (row: AnnouncedRow) => void;
  /** Does an update add to the text of somebody who is spoken of? */
  readonly concerns: (update: Uint8Array) => boolean;
  readonly isEmpty: () => boolean;
  readonly takeOver: () => void;
  readonly stop: () => void;
}

export interface AnnouncedOptions {
  readonly doc: Y.Doc;
  /** Shows an update to everybody here. */
  readonly show: (update: Uint8Array) => void;
  readonly store: (changes: readonly PendingChange[]) => void;
  /** What was shown is not what is stored. */
  readonly onApart: () => void;
}

interface Held extends PendingChange {
  readonly sinceMs: number;
}

/** Holds nothing yet. What it holds for `maxHeldMs` it takes over by itself, until `stop`. */
export function createAnnounced({ doc, show, store, onApart }: AnnouncedOptions): Announced {
  /** In the order they came: each builds on the document and those before it alone. */
  const held = new Map<string, Held>();
  /** How far the text of those who are spoken of is known to everybody here. */
  const extent = new Map<number, number>();
  let bytes = 0;
  let timer: NodeJS.Timeout | undefined;
  const stateOf = (client: number) => Math.max(Y.getState(doc.store, client), extent.get(client) ?? 0);

  function hold(name: string, { update, userId }: PendingChange): void {
    if (held.has(name) || bytes + update.byteLength > maxHeldBytes) return;
    const known = extentWith(update, stateOf);
    // What would wait for something else at those who get it comes with its row, and what is doubtful is looked up then.
    if (known === undefined || overlapsHeld(update) || contradictsStored(doc, update)) return;
    for (const [client, to] of known) if (to > Y.getState(doc.store, client)) extent.set(client, to);
    held.set(name, { update, userId, sinceMs: performance.now() });
    bytes += update.byteLength;
    timer ??= setTimeout(takeOverOld, maxHeldMs);
    show(update);
  }

  /** Two who write under one number are told apart by their rows. */
  function overlapsHeld(update: Uint8Array): boolean {
    return [...Y.parseUpdateMeta(update).from].some(([client, from]) => from < (extent.get(client) ?? 0));
  }

  function drop(name: string): Held | undefined {
    const change = held.get(name);
    held.delete(name);
    bytes -= change?.update.byteLength ?? 0;
    if (held.size === 0) extent.clear();
    return change;
  }

  function takeOverOld(): void {
    timer = undefined;
    takeOver(performance.now() - maxHeldMs);
    const [oldest] = held.values();
    if (oldest !== undefined) timer = setTimeout(takeOverOld, Math.max(1, oldest.sinceMs + maxHeldMs - performance.now()));
  }

  function takeOver(untilMs: number): void {
    const changes: PendingChange[] = [];
    for (const [name, { sinceMs }] of held) {
      if (sinceMs > untilMs) break;
      const change = drop(name);
      if (change !== undefined) changes.push(change);
    }
    if (changes.some(({ update }) => contradictsStored(doc, update))) return onApart();
    if (changes.length > 0) store(changes);
  }

  return {
    hear: ({ room, first, userId, payload }) => {
      for (const [index, update] of decodePayload(Buffer.from(payload, "base64")).entries()) hold(nameOf(room, first + index), { update, userId });
    },
    find: (row) => {
      const updates = namesIn(row).flatMap((name) => held.get(name)?.update ?? []);
      return updates.length === row.count ? updates : undefined;
    },
    settle: (row) => {
      for (const name of namesIn(row)) drop(name);
    },
    concerns: (update) => held.size > 0 && clientsOf(update).some((client) => extent.has(client)),
    isEmpty: () => held.size === 0,
    takeOver: () => takeOver(Number.POSITIVE_INFINITY),
    stop: () => clearTimeout(timer),
  };
}

function nameOf(room: string, number: number): string {
  return `${room} ${number}`;
}

function namesIn({ room, first, count }: AnnouncedRow): readonly string[] {
  return Array.from({ length: count }, (_, index) => nameOf(room, first + index));
}

/** Nobody where it is torn: then it is refused anyway. */
function clientsOf(update: Uint8Array): readonly number[] {
  try {
    return [...Y.parseUpdateMeta(update).to.keys()];
  } catch {
    return [];
  }
}
