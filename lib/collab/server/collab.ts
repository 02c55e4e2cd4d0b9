import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { Pool } from "pg";
import type { DeckId, UserId } from "@/lib/api/ids";
import type { Bus } from "@/lib/bus/bus";
import { closeCodes, renewedReason } from "@/lib/collab/protocol/close-codes";
import type { BesideText, Restored } from "@/lib/collab/protocol/hello";
import { startAntiEntropy } from "@/lib/collab/server/anti-entropy";
import { attachSockets } from "@/lib/collab/server/attach";
import type { CurrentRole } from "@/lib/collab/server/check-roles";
import type { CommittedText } from "@/lib/collab/server/committed-text";
import { compactDeck } from "@/lib/collab/server/compact";
import { rowMessage } from "@/lib/collab/server/deck-messages";
import { createDoorkeeper, type CollabIdentity } from "@/lib/collab/server/doorkeeper";
import { editDeck, readDeck, readRest, staleError, type EditDeckOptions, type EditRow, type TextChange } from "@/lib/collab/server/edit-deck";
import { createHeldBack } from "@/lib/collab/server/held-back";
import { createFlusher } from "@/lib/collab/server/flush";
import { keepPresence } from "@/lib/collab/server/keep-presence";
import type { RestOfText } from "@/lib/collab/server/load-doc";
import { hearOfPeople, tellOfPerson } from "@/lib/collab/server/people-messages";
import { beginGeneration, renewDeck } from "@/lib/collab/server/renew";
import { hearOfRights, tellOfRights, type RightsAct } from "@/lib/collab/server/rights-messages";
import { createRooms, reasonToClose, reasonToStop } from "@/lib/collab/server/rooms";
import { readStoredBytes } from "@/lib/collab/server/stored-bytes";
import { defaultTuning, type Tuning } from "@/lib/collab/server/tuning";
import { createUnopenedLogs } from "@/lib/collab/server/unopened-logs";
import { createUpdateLog } from "@/lib/collab/server/update-log";
import { runInBackground, type Log } from "@/lib/log";
import { takeTurn } from "@/lib/patience";

/** What the engine needs of the rest: rights arrive as functions, so that it knows no rules. */
export interface CollabOptions {
  readonly pool: Pool;
  readonly bus: Bus;
  readonly log: Log;
  /** Undefined for a token that is forged or too old. */
  readonly verifyToken: (token: string) => CollabIdentity | undefined;
  /** The role at this moment; undefined where the person lost every right, or the session is over. */
  readonly currentRole: CurrentRole;
  /**
   * Called with committed text once a deck was opened or nothing new came for a second, at most every five, and before a
   * room is put away.
   */
  readonly onSettled: (deckId: DeckId, text: CommittedText) => Promise<void>;
  /** Called when a deck is opened of which a part can't be read any more. */
  readonly onDamaged: (deckId: DeckId) => Promise<void>;
  readonly isAllowedOrigin: (origin: string, host: string | undefined) => boolean;
  /** Names this process in the log's rows. */
  readonly nodeName?: string;
  /** Where it differs from the product's. */
  readonly tuning?: Partial<Tuning>;
}

export interface ReplaceOptions {
  readonly userId: UserId;
  /** Who everybody is told did it. */
  readonly by: string;
  readonly expected: { readonly generation: number; readonly seq: number };
}

/** The collaboration engine of one process. */
export interface Collab {
  /** Takes over an upgrade of `/collab/:deckId`. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /**
   * Changes a deck's text from the server: `change` gets the committed text and returns what it shall be, and the least
   * edit that makes it so is committed and shown to everybody connected. Throws `not-found`, `stale` or `too-large`.
   */
  readonly editDeck: (deckId: DeckId, change: TextChange, options: EditDeckOptions) => Promise<CommittedText>;
  /** The committed text. Throws `not-found`, and `unavailable` where a part of it can't be read any more. */
  readonly readDeck: (deckId: DeckId) => Promise<CommittedText>;
  /** The same for whoever makes nothing of it: where a part can't be read, what is left. */
  readonly readRest: (deckId: DeckId) => Promise<RestOfText>;
  /**
   * Gives a deck of which a part can't be read any more a whole text again. It begins a new generation with it: everybody
   * connected is sent out, and what was left is dropped. Throws `not-found`, and `stale` where the deck is whole or has
   * another text than the one that is to be replaced.
   */
  readonly replaceDamaged: (deckId: DeckId, markdown: string, options: ReplaceOptions) => Promise<CommittedText>;
  /** Rights on these decks changed: everybody connected is looked up again, in every process, and told whose act it was. */
  readonly recheckRoles: (deckIds: readonly DeckId[], act?: RightsAct) => Promise<void>;
  /** A session of this person ended: what they have open is looked up again, in every process. */
  readonly recheckPerson: (userId: UserId) => Promise<void>;
  /** Something beside the text changed: everybody connected, in every process, is told to fetch it. `rev` grows with every change. */
  readonly hint: (deckId: DeckId, about: BesideText, rev: number) => void;
  /** Somebody took the text back to a version: everybody connected, in every process, is told so. */
  readonly tellRestored: (deckId: DeckId, restored: Restored) => void;
  /** Sends everybody out, in every process: the deck is gone, or another state took its place. `by` is who they are told did it. */
  readonly closeDeck: (deckId: DeckId, reason: "deleted" | "replaced", options?: { readonly by?: string }) => Promise<void>;
  readonly stats: () => { readonly rooms: number; readonly connections: number };
  /** Stores what is in memory, closes every socket with 1012, and ends. */
  readonly stop: () => Promise<void>;
}

/**
 * How long an end waits for a database that doesn't answer: before people are sent away, and after. With `goodbyeMs` between
 * them, and what else ends in a process, that is less than a process may take (scripts/setup/end-in-order.mjs).
 */
const maxStoreMs = 4_000;
const maxCloseMs = 2_000;
/** Beyond the time that it takes. */
const goodbyeSlackMs = 500;

/** Starts the engine. It holds timers and listens to the bus until it is stopped. */
export function createCollab(options: CollabOptions): Collab {
  const { pool, bus, log, onSettled, onDamaged, nodeName = randomUUID() } = options;
  const tuning = { ...defaultTuning, ...options.tuning };
  const updateLog = createUpdateLog(pool, { node: nodeName });
  const flusher = createFlusher(updateLog, { log });
  const compact = async (deckId: DeckId) => void (await compactDeck({ pool, updateLog, log }, deckId));
  const unopenedLogs = createUnopenedLogs({ compact, tuning, log });
  const rooms = createRooms({
    updateLog,
    flusher,
    heldBack: createHeldBack(tuning),
    bus,
    log,
    nodeName,
    tuning,
    onSettled,
    onDamaged,
    storedBytes: (deckId) => readStoredBytes(pool, deckId),
    compact,
    renew: async (deckId) => void (await renew(deckId)),
  });
  const doorkeeper = createDoorkeeper({ ...options, tuning, rooms, updateLog });
  const stopAntiEntropy = startAntiEntropy({ rooms, updateLog, bus, log, tuning });
  const inBackground = (lookup: Promise<void>) => runInBackground(lookup, log, "roles could not be looked up");
  const stopHearing = [
    hearOfPeople(bus, (userId) => inBackground(doorkeeper.recheckPerson(userId))),
    hearOfRights(bus, (deckIds, { from, act }) => {
      if (from !== nodeName) inBackground(doorkeeper.recheck(deckIds, act));
    }),
  ];
  const stopPresence = keepPresence({ rooms, tuning });
  const sockets = attachSockets({ log, onSocket: doorkeeper.letIn });

  /** Who has the older generation open elsewhere hears of it at once. */
  async function renew(deckId: DeckId): Promise<boolean> {
    const text = await renewDeck({ pool, updateLog, log }, deckId);
    if (text === undefined) return false;
    rooms.tell(deckId, { kind: "close", reason: "renewed" });
    await settle(deckId, text);
    return true;
  }

  async function settle(deckId: DeckId, text: CommittedText): Promise<void> {
    try {
      await onSettled(deckId, text);
    } catch (error) {
      // The edit itself is committed; what is derived from it follows with the next one.
      log.error({ err: error, deckId }, "what follows from a settled text failed");
    }
  }

  /** The same where the deck may be open in this process. */
  async function renewOpen(deckId: DeckId): Promise<boolean> {
    const isRenewed = await renew(deckId);
    if (isRenewed) await rooms.close(deckId, { code: closeCodes.generationChanged, reason: renewedReason });
    return isRenewed;
  }

  async function closeDeck(deckId: DeckId, reason: "deleted" | "replaced", { by }: { readonly by?: string } = {}): Promise<void> {
    rooms.tell(deckId, { kind: "close", reason, ...(by === undefined ? {} : { by }) });
    await rooms.close(deckId, reasonToClose(reason, by));
  }

  return {
    upgrade: sockets.upgrade,
    editDeck: async (deckId, change, editOptions) => {
      const onRow = (id: DeckId, row: EditRow) => {
        if (!rooms.noteRow(id, row)) unopenedLogs.noteSize(id, row);
        rooms.tell(id, rowMessage(row, bus.maxMessageBytes));
      };
      const { isChanged, ...text } = await editDeck({ updateLog, log, onRow, renew: renewOpen, maxStateBytes: tuning.maxStateBytes }, deckId, {
        change,
        options: editOptions,
      });
      if (isChanged) await settle(deckId, text);
      return text;
    },
    readDeck: (deckId) => readDeck({ updateLog, log }, deckId),
    readRest: (deckId) => readRest({ updateLog, log }, deckId),
    replaceDamaged: async (deckId, markdown, { userId, by, expected }) => {
      const { isDamaged } = await readRest({ updateLog, log }, deckId);
      const text = isDamaged ? await beginGeneration(pool, deckId, { after: expected, markdown, userIds: [userId] }) : undefined;
      if (text === undefined) throw staleError();
      await closeDeck(deckId, "replaced", { by });
      await settle(deckId, text);
      return text;
    },
    recheckRoles: async (deckIds, act) => {
      tellOfRights(bus, { from: nodeName, deckIds, act });
      await doorkeeper.recheck(deckIds, act);
    },
    recheckPerson: async (userId) => {
      tellOfPerson(bus, userId);
      await doorkeeper.recheckPerson(userId);
    },
    hint: (deckId, about, rev) => {
      rooms.tell(deckId, { kind: "hint", about, rev });
      rooms.find(deckId)?.showHint({ kind: about, rev });
    },
    tellRestored: (deckId, restored) => {
      const message = { kind: "restored", ...restored } as const;
      rooms.tell(deckId, message);
      rooms.find(deckId)?.showHint(message);
    },
    closeDeck,
    stats: () => ({ rooms: rooms.open().length, connections: doorkeeper.connections() }),
    stop: async () => {
      doorkeeper.shut();
      // First what waits is stored, so that its fences are answered; then everybody is sent away.
      await takeTurn(rooms.store, { maxMs: maxStoreMs, log, failure: "not all that waits could be stored before people were sent away" });
      await takeTurn(doorkeeper.sendAway, { maxMs: tuning.goodbyeMs + goodbyeSlackMs, log, failure: "not everybody could be sent away" });
      const closeAll = () => Promise.all([rooms.closeAll(reasonToStop), unopenedLogs.stop()]);
      await takeTurn(closeAll, { maxMs: maxCloseMs, log, failure: "not every deck could be closed" });
      for (const stop of [stopAntiEntropy, stopPresence, ...stopHearing, flusher.stop, sockets.stop])
        await takeTurn(stop, { maxMs: maxCloseMs, log, failure: "a part of the collaboration could not be stopped" });
    },
  };
}
