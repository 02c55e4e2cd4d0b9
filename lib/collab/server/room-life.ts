import type { DeckId } from "@/lib/api/ids";
import type { Bus } from "@/lib/bus/bus";
import { closeCodes, renewedReason } from "@/lib/collab/protocol/close-codes";
import { createCompaction, type LogSize } from "@/lib/collab/server/compaction";
import type { CommittedText } from "@/lib/collab/server/committed-text";
import { deckChannel, decodeDeckMessage, type DeckMessage } from "@/lib/collab/server/deck-messages";
import type { Flusher } from "@/lib/collab/server/flush";
import { loadDoc } from "@/lib/collab/server/load-doc";
import type { HeldBack } from "@/lib/collab/server/held-back";
import type { GoingAway } from "@/lib/collab/server/memory-budget";
import { createRoom, type Room, type RoomOptions } from "@/lib/collab/server/room";
import type { Tuning } from "@/lib/collab/server/tuning";
import type { UpdateLog } from "@/lib/collab/server/update-log";
import { runInBackground, type Log } from "@/lib/log";
import { waitAtMost } from "@/lib/patience";

export interface RoomLifeOptions {
  readonly updateLog: UpdateLog;
  readonly flusher: Flusher;
  readonly heldBack: HeldBack;
  readonly bus: Bus;
  readonly log: Log;
  readonly nodeName: string;
  readonly tuning: Tuning;
  readonly onSettled: (deckId: DeckId, text: CommittedText) => Promise<void>;
  readonly onDamaged: (deckId: DeckId) => Promise<void>;
  /** Makes one snapshot of a log that has grown. */
  readonly compact: (deckId: DeckId) => Promise<void>;
  /** Begins a new generation with the same text and no history. */
  readonly renew: (deckId: DeckId) => Promise<void>;
}

/** A room from its loading to its end. */
export interface RoomLife {
  readonly room: Room;
  /** A row was committed outside of it; its log is so large now. */
  readonly noteSize: (size: LogSize) => void;
  /** Since when nobody is in it and all is stored; undefined otherwise. */
  readonly idleSinceMs: () => number | undefined;
  /** Takes nobody in from now on; resolves when all is stored and nothing is left of it. */
  readonly putAway: () => Promise<void>;
}

interface Surroundings extends Pick<RoomOptions, "onWritten"> {
  readonly tell: (message: DeckMessage) => void;
  readonly hear: (life: RoomLife, message: DeckMessage) => void;
  /** It has begun to be put away, for whatever reason. */
  readonly onPutAway: (going: GoingAway) => void;
}

/** Loads a deck; undefined where there is none. Throws where it can't be loaded now. */
export async function loadRoom(
  options: RoomLifeOptions,
  deckId: DeckId,
  { tell, hear, onWritten, onPutAway }: Surroundings,
): Promise<RoomLife | undefined> {
  const { updateLog, bus, log, nodeName, tuning } = options;
  let idle: NodeJS.Timeout | undefined;
  let emptySinceMs = performance.now();
  const compaction = createCompaction({ compact: () => options.compact(deckId), tuning, log });
  let early: { readonly generation: number; readonly seq: number } | undefined;
  let life: RoomLife | undefined;
  let renewing: Promise<void> | undefined;
  // Listening before reading: a row committed in between is then heard of.
  const stopListening = bus.subscribe(deckChannel(deckId), (bytes) => {
    const message = decodeDeckMessage(bytes, nodeName);
    if (message === undefined) return;
    if (life !== undefined) hear(life, message);
    else if (message.kind === "row" && message.seq > (early?.seq ?? 0)) early = message;
  });

  /** Where it fails the deck stays as it is, and is tried again when it is left the next time. */
  async function renew(): Promise<void> {
    try {
      await options.renew(deckId);
    } catch (error) {
      log.error({ err: error, deckId }, "a deck whose history is full could not be renewed");
    }
  }

  function live(room: Room): RoomLife {
    let done: Promise<void> | undefined;
    // Who is in an older generation, or comes back to it, is sent out by a new one: where it can wait, it waits until nobody is.
    const isToBeRenewed = (isLeft: boolean) => room.isNearlyFull() && (renewing !== undefined || (isLeft && !room.isOpenElsewhere()));
    const tidyUp = async (isLeft: boolean) => {
      await room.settle();
      // It starts from one snapshot next time.
      if (!room.isLost()) await (isToBeRenewed(isLeft) ? renew() : compaction.finish());
    };
    const end = async (isLeft: boolean) => {
      try {
        await room.store();
        const isTidy = await waitAtMost(tuning.tidyMs, tidyUp(isLeft));
        // Each of it compares before it sets: the room that comes after this one is as safe from it as one in another process.
        if (!isTidy) log.warn({ deckId }, "a deck takes long to tidy up; it can be opened again meanwhile");
      } finally {
        stopListening();
        room.destroy();
        compaction.stop();
      }
    };
    const putAway = () => {
      if (done === undefined) {
        clearTimeout(idle);
        room.shut();
        done = end(room.sessions.size === 0);
        onPutAway({ bytes: room.memoryBytes(), done });
      }
      return done;
    };
    const isIdle = () => room.sessions.size === 0 && room.durable() === room.enqueued();
    return { room, noteSize: compaction.noteSize, putAway, idleSinceMs: () => (isIdle() ? emptySinceMs : undefined) };
  }

  /** Whoever leaves a room that is being put away leaves it alone: another one may have its place by then. */
  function whenIdle(life: RoomLife): void {
    const { room, putAway } = life;
    clearTimeout(idle);
    emptySinceMs = performance.now();
    if (!room.isOpen()) return;
    idle = setTimeout(() => {
      if (room.sessions.size > 0) return;
      // While the database is down it stays open: whoever comes back must be let in.
      if (room.durable() < room.enqueued()) whenIdle(life);
      else runInBackground(putAway(), log, "a room could not be put away");
    }, tuning.idleMs);
  }

  /** Everybody goes once what they wrote is stored; who comes then waits for the new generation. */
  async function renewed({ room, putAway }: RoomLife): Promise<void> {
    await room.store();
    const done = putAway();
    room.closeAll(closeCodes.generationChanged, renewedReason);
    await done;
  }

  try {
    const loaded = await loadDoc(updateLog, deckId, log);
    if (loaded === undefined) {
      stopListening();
      return undefined;
    }
    if (loaded.isDamaged) runInBackground(options.onDamaged(deckId), log, "what a damaged deck was last could not be kept");
    if (loaded.isMended) runInBackground(options.compact(deckId), log, "a snapshot that is of no use could not be made anew");
    const { encoded, isMended, logSize, ...doc } = loaded;
    const roomOptions = {
      ...options,
      deckId,
      loaded: doc,
      tell,
      maxMessageBytes: bus.maxMessageBytes,
      hasOthers: bus.hasOthers,
      onWritten,
      onGrown: compaction.noteSize,
      onEmpty: () => whenIdle(opened),
      onFull: () => {
        renewing ??= renewed(opened);
        runInBackground(renewing, log, "a deck whose history is full could not be put away");
      },
      onBroken: () => {
        runInBackground(opened.putAway(), log, "a room could not be put away");
        room.closeAll(closeCodes.restarting, "the deck is loaded anew");
      },
    };
    const room = createRoom(roomOptions, encoded);
    const opened = live(room);
    life = opened;
    if (early !== undefined) room.noteRow({ generation: early.generation, seq: early.seq });
    // Whoever made it so long may have had no room, or no time left to make a snapshot.
    if (!loaded.isDamaged && !isMended) compaction.noteSize(logSize);
    tell({ kind: "who" });
    whenIdle(opened);
    return opened;
  } catch (error) {
    stopListening();
    throw error;
  }
}
