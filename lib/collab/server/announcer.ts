import { randomUUID } from "node:crypto";
import { announcementBytes, rowMessage, type DeckMessage } from "@/lib/collab/server/deck-messages";
import { encodePayload } from "@/lib/collab/server/payload";
import type { PendingChange } from "@/lib/collab/server/pending-changes";
import type { CommittedRow } from "@/lib/collab/server/stored-doc";

/** Tells other processes what is written here: at once, and again once it is stored. */
export interface Announcer {
  /** Changes wait to be stored now; the first of them has this number. */
  readonly note: (changes: readonly PendingChange[], first: number) => void;
  /** A row of them was committed. */
  readonly tellRow: (row: Pick<CommittedRow, "seq" | "first" | "updates">) => void;
}

export interface AnnouncerOptions {
  readonly generation: number;
  readonly tell: (message: DeckMessage) => void;
  /** Is anybody there to be told? Whoever comes later reads the log. */
  readonly hasOthers: () => boolean;
  readonly maxMessageBytes: number;
}

/** Announces together what one turn brought. Its numbers hold for this room of this process alone. */
export function createAnnouncer({ generation, tell, hasOthers, maxMessageBytes }: AnnouncerOptions): Announcer {
  /** Numbers begin anew with every room, so that no row is ever put together from another room's changes. */
  const room = randomUUID();
  const maxBytes = announcementBytes(maxMessageBytes);
  const told = new Set<number>();
  let waiting: (PendingChange & { readonly number: number })[] = [];

  /** All that a turn brought, in as few messages as can carry it. */
  function announce(): void {
    const changes = waiting;
    waiting = [];
    for (let start = 0; start < changes.length;) {
      const [end, updates] = partFrom(changes, start);
      const [first] = changes.slice(start, start + 1);
      if (first !== undefined && updates.length > 0) {
        const payload = Buffer.from(encodePayload(updates)).toString("base64");
        tell({ kind: "change", generation, room, first: first.number, userId: first.userId, payload });
        for (const { number } of changes.slice(start, end)) told.add(number);
      }
      start = end;
    }
  }

  /** What goes with the change at `start`: the next ones of the same person. Nothing where it is too long by itself. */
  function partFrom(changes: typeof waiting, start: number): readonly [end: number, updates: readonly Uint8Array[]] {
    const updates: Uint8Array[] = [];
    let bytes = 0;
    let end = start;
    for (const { update, userId } of changes.slice(start)) {
      bytes += update.byteLength + lengthBytes;
      if (bytes > maxBytes || userId !== changes[start]?.userId) break;
      updates.push(update);
      end++;
    }
    return [Math.max(end, start + 1), updates];
  }

  return {
    note: (changes, first) => {
      if (!hasOthers()) return;
      if (waiting.length === 0) queueMicrotask(announce);
      waiting.push(...changes.map((change, index) => ({ ...change, number: first + index })));
    },
    tellRow: ({ seq, first, updates }) => {
      const numbers = updates.map((_update, index) => first + index);
      const isTold = numbers.every((number) => told.has(number));
      for (const number of numbers) told.delete(number);
      if (!hasOthers()) return;
      tell(
        isTold
          ? { kind: "row", generation, seq, announced: { room, first, count: updates.length } }
          : rowMessage({ generation, seq, updates }, maxMessageBytes),
      );
    },
  };
}

/** What the length before an update takes at most. */
const lengthBytes = 4;
