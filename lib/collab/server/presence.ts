import { encodeAwareness } from "@/lib/collab/protocol/frames";
import { awarenessTickMs } from "@/lib/collab/protocol/limits";
import { createAwarenessTable, maxForeignBytes, type AwarenessTable } from "@/lib/collab/server/awareness-table";
import { carriedBytes, type DeckMessage } from "@/lib/collab/server/deck-messages";
import type { Session } from "@/lib/collab/server/session";
import type { Tuning } from "@/lib/collab/server/tuning";

/** So much longer carets wait for a change of the text to go with: a frame of their own costs as much as that one. */
const companyMs = 10;
/** Of a process that was silent for so many of its beats nobody knows whether it lives. */
const beatsUntilGone = 3;

/** What the people in a room see of each other, whichever process they are in. */
export interface Presence {
  readonly table: Pick<AwarenessTable, "isElsewhere" | "ownerOf">;
  /** Somebody here says where their carets are. */
  readonly take: (session: Session, update: Uint8Array) => void;
  /** Something else is on its way to everybody: what waits, as a frame to go with it, if it is time. */
  readonly due: () => Uint8Array | undefined;
  /** Somebody here is gone. */
  readonly remove: (session: Session) => void;
  /** Is this person seen, by whatever connection and in whatever process? */
  readonly isHere: (userId: string) => boolean;
  /** Is anybody seen in another process? */
  readonly isElsewhere: () => boolean;
  /** Everybody, for who comes. */
  readonly encode: () => Uint8Array;
  /** Another process says who is there. */
  readonly hear: (update: Uint8Array, nowMs: number) => void;
  /** Tells other processes of everybody here: one of them asked, or it is time. */
  readonly tellAll: () => void;
  /** Called every `presenceMs`: what was lost on the bus is said again, and who died with their process goes. */
  readonly beat: (nowMs: number) => void;
  readonly stop: () => void;
}

export interface PresenceOptions {
  readonly sessions: ReadonlySet<Session>;
  readonly tell: (message: DeckMessage) => void;
  readonly maxMessageBytes: number;
  readonly tuning: Pick<Tuning, "presenceMs">;
}

/** For one room, without anybody in it yet; keeps no timer while nobody moves. */
export function createPresence({ sessions, tell, maxMessageBytes, tuning }: PresenceOptions): Presence {
  const table = createAwarenessTable();
  const maxBytes = Math.min(maxForeignBytes, carriedBytes(maxMessageBytes));
  let timer: NodeJS.Timeout | undefined;
  /** What is said from then on is not too soon after the last time. */
  let dueMs = 0;

  function show(update: Uint8Array | undefined): void {
    if (update !== undefined) sendToAll(encodeAwareness(update));
  }

  function sendToAll(frame: Uint8Array | undefined): void {
    if (frame === undefined) return;
    for (const session of [...sessions]) session.sendAwareness(frame);
  }

  function tellOthers(update: Uint8Array): void {
    tell({ kind: "awareness", update: Buffer.from(update).toString("base64") });
  }

  function tellAll(clients?: readonly number[]): void {
    for (const update of table.encodeOwn({ maxBytes, ...(clients === undefined ? {} : { clients }) })) tellOthers(update);
  }

  /** The newest of everybody, at most 20 times a second, encoded once; other processes are told. */
  function collect(): Uint8Array | undefined {
    clearTimeout(timer);
    timer = undefined;
    dueMs = performance.now() + awarenessTickMs;
    const changed = table.spread();
    if (changed.length === 0) return undefined;
    tellAll(changed);
    return encodeAwareness(table.encode(changed));
  }

  return {
    table,
    take: (session, update) => {
      table.accept(session, update, session);
      timer ??= setTimeout(() => sendToAll(collect()), companyMs + Math.max(0, dueMs - performance.now()));
    },
    due: () => (timer !== undefined && performance.now() >= dueMs ? collect() : undefined),
    remove: (session) => {
      const gone = table.remove(session);
      if (gone === undefined) return;
      // Never left out, as carets may be: nothing that is said later replaces it.
      const frame = encodeAwareness(gone);
      for (const other of [...sessions]) other.send(frame);
      tellOthers(gone);
    },
    isHere: table.isHere,
    isElsewhere: table.hasForeign,
    encode: () => table.encode(),
    hear: (update, nowMs) => show(table.acceptForeign(update, nowMs)),
    tellAll: () => tellAll(),
    beat: (nowMs) => {
      tellAll();
      show(table.expire(nowMs - beatsUntilGone * tuning.presenceMs));
    },
    stop: () => clearTimeout(timer),
  };
}
