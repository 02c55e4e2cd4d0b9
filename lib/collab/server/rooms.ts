import type { DeckId } from "@/lib/api/ids";
import { closeCodes, encodeClosedBy, renewedReason, type CloseCode } from "@/lib/collab/protocol/close-codes";
import { deckChannel, encodeDeckMessage, type DeckMessage } from "@/lib/collab/server/deck-messages";
import type { EditRow } from "@/lib/collab/server/edit-deck";
import { decodePayload } from "@/lib/collab/server/payload";
import { createMemoryBudget, type GoingAway } from "@/lib/collab/server/memory-budget";
import { loadRoom, type RoomLife, type RoomLifeOptions } from "@/lib/collab/server/room-life";
import { memoryPerStateByte, type Room } from "@/lib/collab/server/room";
import { runInBackground } from "@/lib/log";
import { waitAtMost, withinPatience } from "@/lib/patience";

/** The decks that are open in this process, each once. */
export interface Rooms {
  /**
   * The deck's room, loaded if need be; undefined where there is no such deck. Throws where it can't be loaded now. By
   * the time the caller goes on it may have been closed again: see `Room.isOpen`.
   */
  readonly enter: (deckId: DeckId) => Promise<Room | undefined>;
  readonly find: (deckId: DeckId) => Room | undefined;
  readonly open: () => readonly Room[];
  /** Tells other processes. */
  readonly tell: (deckId: DeckId, message: DeckMessage) => void;
  /** A row was committed outside its room, in this process. Returns whether the deck is open here, and its log looked after. */
  readonly noteRow: (deckId: DeckId, row: EditRow) => boolean;
  /** Called every few seconds: rooms that have grown meanwhile may be too much for this process. */
  readonly keepWithinMemory: () => void;
  /** Stores what waits in every room; rooms go on. */
  readonly store: () => Promise<void>;
  /** Sends everybody out and puts the room away. */
  readonly close: (deckId: DeckId, options: { readonly code: CloseCode; readonly reason: string }) => Promise<void>;
  readonly closeAll: (options: { readonly code: CloseCode; readonly reason: string }) => Promise<void>;
}

export interface RoomsOptions extends RoomLifeOptions {
  /** About how long a deck is, encoded, before any of it is read. */
  readonly storedBytes: (deckId: DeckId) => Promise<number>;
}

type Slot =
  | { readonly state: "loading"; readonly life: Promise<RoomLife | undefined> }
  | { readonly state: "open"; readonly life: RoomLife }
  /** Being stored and put away: whoever comes waits, and then loads it anew. */
  | ({ readonly state: "closing" } & GoingAway);

/** What was written in a deck that has to go is stored within this time, and its authors are told so. */
const lastWordsMs = 1_000;

/** Begins without any; a room is loaded when somebody enters it. */
export function createRooms(options: RoomsOptions): Rooms {
  const { bus, log, nodeName, tuning } = options;
  const slots = new Map<DeckId, Slot>();
  const budget = createMemoryBudget<RoomLife>({
    maxBytes: tuning.memoryBytes,
    patienceMs: tuning.entryPatienceMs,
    log,
    open: () => [...slots.values()].flatMap((slot) => (slot.state === "open" ? [slot.life] : [])),
    closing: () => [...slots.values()].flatMap((slot) => (slot.state === "closing" ? [slot] : [])),
    sendOut,
  });

  function tell(deckId: DeckId, message: DeckMessage): void {
    if (bus.hasOthers()) bus.publish(deckChannel(deckId), encodeDeckMessage(nodeName, message));
  }

  async function enter(deckId: DeckId): Promise<Room | undefined> {
    for (;;) {
      const slot = slots.get(deckId);
      if (slot?.state === "open") return slot.life.room;
      if (slot?.state !== "closing") return (await (slot?.life ?? load(deckId)))?.room;
      // Storing may take as long as the database is away.
      await withinPatience(tuning.entryPatienceMs, slot.done);
    }
  }

  /** At any moment a deck has at most one slot, and only who put it there takes it away. */
  function load(deckId: DeckId): Promise<RoomLife | undefined> {
    const life = loadIntoSpace(deckId).then(
      (loaded) => {
        budget.release(deckId);
        if (loaded === undefined) slots.delete(deckId);
        else if (loaded.room.isOpen()) slots.set(deckId, { state: "open", life: loaded });
        return loaded;
      },
      (error: unknown) => {
        budget.release(deckId);
        if (slots.get(deckId) === loading) slots.delete(deckId);
        throw error;
      },
    );
    const loading: Slot = { state: "loading", life };
    slots.set(deckId, loading);
    return life;
  }

  async function loadIntoSpace(deckId: DeckId): Promise<RoomLife | undefined> {
    await budget.makeSpaceFor(deckId, memoryPerStateByte * (await options.storedBytes(deckId)));
    const life = await loadRoom(options, deckId, {
      tell: (message) => tell(deckId, message),
      hear,
      onWritten: budget.noteGrowth,
      onPutAway: (going) => notePutAway(deckId, going),
    });
    if (life === undefined) return undefined;
    try {
      // It or others may have come to take more than was expected.
      budget.claim(deckId, life.room.memoryBytes());
      return life;
    } catch (error) {
      runInBackground(life.putAway(), log, "a room could not be put away");
      throw error;
    }
  }

  function notePutAway(deckId: DeckId, going: GoingAway): void {
    const closing: Slot = { state: "closing", ...going };
    slots.set(deckId, closing);
    const free = () => {
      if (slots.get(deckId) === closing) slots.delete(deckId);
    };
    going.done.then(free, free);
  }

  function hear(life: RoomLife, message: DeckMessage): void {
    const { room } = life;
    switch (message.kind) {
      case "row": {
        const { generation, seq, payload, announced } = message;
        return room.noteRow({
          generation,
          seq,
          announced,
          ...(payload === undefined ? {} : { updates: decodePayload(Buffer.from(payload, "base64")) }),
        });
      }
      case "change":
        return room.noteAnnouncement(message);
      case "awareness":
        return room.showForeignAwareness(Buffer.from(message.update, "base64"));
      case "who":
        return room.tellPresence();
      case "lost":
        return room.showLost(message.user);
      case "hint":
        return room.showHint({ kind: message.about, rev: message.rev });
      case "restored":
        return room.showHint(message);
      case "close":
        return runInBackground(closeRoom(life, reasonToClose(message.reason, message.by)), log, "a deck could not be closed");
    }
  }

  async function closeRoom({ room, putAway }: RoomLife, { code, reason }: { readonly code: CloseCode; readonly reason: string }): Promise<void> {
    const done = putAway();
    room.closeAll(code, reason);
    await done;
  }

  async function sendOut(life: RoomLife): Promise<void> {
    const { room } = life;
    log.warn({ deckId: room.deckId, bytes: room.memoryBytes() }, "no memory is left for a deck that has grown: who is in it is sent to try again");
    // So that they hear it is, unless they write without an end.
    await waitAtMost(lastWordsMs, room.store());
    await closeRoom(life, { code: closeCodes.overloaded, reason: "no memory is left for this deck" });
  }

  function find(deckId: DeckId): Room | undefined {
    const slot = slots.get(deckId);
    return slot?.state === "open" ? slot.life.room : undefined;
  }

  return {
    enter,
    find,
    open: () => [...slots.values()].flatMap((slot) => (slot.state === "open" ? [slot.life.room] : [])),
    tell,
    noteRow: (deckId, row) => {
      const slot = slots.get(deckId);
      if (slot?.state === "open") {
        slot.life.room.noteRow(row);
        slot.life.noteSize(row);
      } else if (slot?.state === "loading") {
        runInBackground(
          slot.life.then((life) => life?.room.noteRow(row)),
          log,
          "a deck could not be loaded",
        );
      }
      return slot?.state === "open";
    },
    keepWithinMemory: budget.look,
    store: () => inEach("what waits in a deck could not be stored", store),
    closeAll: (reason) => inEach("a deck could not be closed", (deckId) => close(deckId, reason)),
    close,
  };

  /** One that fails keeps no other from it. */
  async function inEach(failure: string, work: (deckId: DeckId) => Promise<void>): Promise<void> {
    await Promise.all([...slots.keys()].map((deckId) => work(deckId).catch((error: unknown) => log.error({ err: error, deckId }, failure))));
  }

  /** Who is on their way in has written nothing yet. */
  async function store(deckId: DeckId): Promise<void> {
    const slot = slots.get(deckId);
    if (slot?.state === "open") await slot.life.room.store();
    else if (slot?.state === "closing") await slot.done;
  }

  async function close(deckId: DeckId, reason: { readonly code: CloseCode; readonly reason: string }): Promise<void> {
    const slot = slots.get(deckId);
    if (slot === undefined) return;
    if (slot.state === "closing") return slot.done;
    let life: RoomLife | undefined;
    try {
      life = await slot.life;
    } catch {
      // There is nothing to close. Who wanted in hears why it can't be loaded.
      return;
    }
    if (life !== undefined) await closeRoom(life, reason);
  }
}

/** What a deck's end means on the socket; `by` names who is behind it. */
export function reasonToClose(
  reason: "deleted" | "replaced" | "renewed",
  by: string | undefined,
): { readonly code: CloseCode; readonly reason: string } {
  if (reason === "renewed") return { code: closeCodes.generationChanged, reason: renewedReason };
  const code = reason === "deleted" ? closeCodes.deleted : closeCodes.generationChanged;
  return { code, reason: by === undefined ? `the deck was ${reason}` : encodeClosedBy(by) };
}

/** Clients reconnect, to this process's successor. */
export const reasonToStop = { code: closeCodes.restarting, reason: "the server restarts" } as const;
