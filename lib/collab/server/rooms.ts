import type { DeckId } from "@/lib/api/ids";
import type { Bus } from "@/lib/bus/bus";
import { closeCodes, type CloseCode } from "@/lib/collab/protocol/close-codes";
import type { CommittedText } from "@/lib/collab/server/collab";
import { decodeDeckMessage, deckChannel, encodeDeckMessage, type DeckMessage } from "@/lib/collab/server/deck-messages";
import type { Flusher } from "@/lib/collab/server/flush";
import { decodePayload } from "@/lib/collab/server/payload";
import { createRoom, type Room } from "@/lib/collab/server/room";
import type { UpdateLog } from "@/lib/collab/server/update-log";
import { runInBackground, type Log } from "@/lib/log";

export interface RoomsOptions {
  readonly updateLog: UpdateLog;
  readonly flusher: Flusher;
  readonly bus: Bus;
  readonly log: Log;
  readonly nodeName: string;
  /** How long a room nobody is in stays in memory. */
  readonly idleMs: number;
  readonly onSettled: (deckId: DeckId, text: CommittedText) => Promise<void>;
  /** Makes one snapshot of a log that has grown. */
  readonly compact: (deckId: DeckId) => Promise<void>;
  readonly shouldCompact: (size: { readonly logRows: number; readonly logBytes: number }) => boolean;
  /** Another process says that rights on the deck changed. */
  readonly onRoles: (room: Room) => void;
}

/** The decks that are open in this process, each once. */
export interface Rooms {
  /** The deck's room, loaded if need be; undefined where there is no such deck. Throws where it can't be loaded now. */
  readonly enter: (deckId: DeckId) => Promise<Room | undefined>;
  readonly find: (deckId: DeckId) => Room | undefined;
  readonly open: () => readonly Room[];
  /** Tells other processes. */
  readonly tell: (deckId: DeckId, message: DeckMessage) => void;
  /** A row was committed outside its room, in this process. */
  readonly noteRow: (deckId: DeckId, row: { readonly generation: number; readonly seq: number; readonly updates: readonly Uint8Array[] }) => void;
  /** Sends everybody out and puts the room away. */
  readonly close: (deckId: DeckId, options: { readonly code: CloseCode; readonly reason: string }) => Promise<void>;
}

type Slot =
  | { readonly state: "loading"; readonly room: Promise<Room | undefined> }
  | { readonly state: "open"; readonly room: Room }
  /** Being stored and put away: whoever comes waits, and then loads it anew. */
  | { readonly state: "closing"; readonly done: Promise<void> };

export function createRooms({ updateLog, flusher, bus, log, nodeName, idleMs, onSettled, compact, shouldCompact, onRoles }: RoomsOptions): Rooms {
  const slots = new Map<DeckId, Slot>();

  const tell = (deckId: DeckId, message: DeckMessage) => bus.publish(deckChannel(deckId), encodeDeckMessage(nodeName, message));

  async function enter(deckId: DeckId): Promise<Room | undefined> {
    for (;;) {
      const slot = slots.get(deckId);
      if (slot === undefined) {
        const room = load(deckId);
        slots.set(deckId, { state: "loading", room });
        return room;
      }
      if (slot.state === "open") return slot.room;
      if (slot.state === "loading") return slot.room;
      await slot.done;
    }
  }

  async function load(deckId: DeckId): Promise<Room | undefined> {
    let idle: NodeJS.Timeout | undefined;
    let isCompacting = false;
    let early: { readonly generation: number; readonly seq: number } | undefined;
    let room: Room | undefined;
    // Listening before reading: a row committed in between is then heard of.
    const stopListening = bus.subscribe(deckChannel(deckId), (bytes) => {
      const message = decodeDeckMessage(bytes, nodeName);
      if (message === undefined) return;
      if (room !== undefined) hear(room, message);
      else if (message.kind === "row" && message.seq > (early?.seq ?? 0)) early = message;
    });
    const compactOnce = async () => {
      if (isCompacting) return;
      isCompacting = true;
      try {
        await compact(deckId);
      } finally {
        isCompacting = false;
      }
    };
    const putAway = (leaving: Room): Promise<void> => {
      clearTimeout(idle);
      const done = (async () => {
        try {
          await leaving.finish();
        } finally {
          stopListening();
          leaving.destroy();
          slots.delete(deckId);
        }
      })();
      slots.set(deckId, { state: "closing", done });
      return done;
    };
    const whenIdle = (idling: Room) => {
      clearTimeout(idle);
      idle = setTimeout(() => {
        if (idling.sessions.size > 0 || slots.get(deckId)?.state !== "open") return;
        // While the database is down it stays open: whoever comes back must be let in.
        if (idling.durable() < idling.enqueued()) return whenIdle(idling);
        runInBackground(putAway(idling), log, "a room could not be put away");
      }, idleMs);
    };
    try {
      const pulled = await updateLog.pull(deckId, 0);
      if (pulled === undefined) {
        stopListening();
        slots.delete(deckId);
        return undefined;
      }
      const opened = createRoom({
        deckId,
        pulled,
        updateLog,
        flusher,
        log,
        onSettled,
        tell: (message) => tell(deckId, message),
        maxMessageBytes: bus.maxMessageBytes,
        onGrown: (size) => {
          if (shouldCompact(size)) runInBackground(compactOnce(), log, "the log could not be compacted");
        },
        onEmpty: () => whenIdle(opened),
        onBroken: () => {
          if (slots.get(deckId)?.state !== "open") return;
          runInBackground(putAway(opened), log, "a room could not be put away");
          opened.closeAll(closeCodes.restarting, "the deck is loaded anew");
        },
      });
      room = opened;
      if (early !== undefined) opened.noteRow({ generation: early.generation, seq: early.seq });
      closers.set(opened, putAway);
      slots.set(deckId, { state: "open", room: opened });
      whenIdle(opened);
      return opened;
    } catch (error) {
      stopListening();
      slots.delete(deckId);
      throw error;
    }
  }

  const closers = new WeakMap<Room, (room: Room) => Promise<void>>();

  function hear(room: Room, message: DeckMessage): void {
    switch (message.kind) {
      case "row": {
        const { generation, seq, payload } = message;
        return room.noteRow({ generation, seq, ...(payload === undefined ? {} : { updates: decodePayload(Buffer.from(payload, "base64")) }) });
      }
      case "awareness":
        return room.showForeignAwareness(Buffer.from(message.update, "base64"));
      case "roles":
        return onRoles(room);
      case "close":
        return runInBackground(closeRoom(room, reasonsToClose[message.reason]), log, "a deck could not be closed");
    }
  }

  async function closeRoom(room: Room, { code, reason }: { readonly code: CloseCode; readonly reason: string }): Promise<void> {
    if (slots.get(room.deckId)?.state !== "open") return;
    const done = closers.get(room)?.(room);
    room.closeAll(code, reason);
    await done;
  }

  function find(deckId: DeckId): Room | undefined {
    const slot = slots.get(deckId);
    return slot?.state === "open" ? slot.room : undefined;
  }

  return {
    enter,
    find,
    open: () => [...slots.values()].flatMap((slot) => (slot.state === "open" ? [slot.room] : [])),
    tell,
    noteRow: (deckId, row) => {
      const slot = slots.get(deckId);
      if (slot?.state === "open") slot.room.noteRow(row);
      else if (slot?.state === "loading")
        runInBackground(
          slot.room.then((room) => room?.noteRow(row)),
          log,
          "a deck could not be loaded",
        );
    },
    close: async (deckId, options) => {
      const slot = slots.get(deckId);
      if (slot === undefined) return;
      if (slot.state === "closing") return slot.done;
      const room = await slot.room;
      if (room !== undefined) await closeRoom(room, options);
    },
  };
}

/** What a deck's end means on the socket. */
export const reasonsToClose = {
  deleted: { code: closeCodes.deleted, reason: "the deck was deleted" },
  replaced: { code: closeCodes.generationChanged, reason: "the deck was replaced" },
} as const;

/** Clients reconnect, to this process's successor. */
export const reasonToStop = { code: closeCodes.restarting, reason: "the server restarts" } as const;
