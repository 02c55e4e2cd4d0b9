import * as Y from "yjs";
import type { DeckId } from "@/lib/api/ids";
import { closeCodes, type CloseCode } from "@/lib/collab/protocol/close-codes";
import { encodeSyncStep2 } from "@/lib/collab/protocol/frames";
import { encodeHint, type Hint } from "@/lib/collab/protocol/hello";
import { createAdmission } from "@/lib/collab/server/admission";
import { createAuthors } from "@/lib/collab/server/authors";
import type { Identity } from "@/lib/collab/server/awareness-table";
import type { CommittedText } from "@/lib/collab/server/committed-text";
import { createAnnouncer } from "@/lib/collab/server/announcer";
import type { Announcement, DeckMessage } from "@/lib/collab/server/deck-messages";
import { createFanOut } from "@/lib/collab/server/fan-out";
import type { Flusher } from "@/lib/collab/server/flush";
import type { HeldBack } from "@/lib/collab/server/held-back";
import { createIntake, type ForeignRow } from "@/lib/collab/server/intake";
import type { LoadedDoc } from "@/lib/collab/server/load-doc";
import { createLostPeople } from "@/lib/collab/server/lost-people";
import { createPresence } from "@/lib/collab/server/presence";
import type { Session, SessionRoom } from "@/lib/collab/server/session";
import { createSettle } from "@/lib/collab/server/settle";
import { createSizeLimits } from "@/lib/collab/server/size-limits";
import { createStoredDoc, type CommittedRow } from "@/lib/collab/server/stored-doc";
import type { Tuning } from "@/lib/collab/server/tuning";
import type { UpdateLog } from "@/lib/collab/server/update-log";
import type { Log } from "@/lib/log";

/** Yjs documents take 11 to 13 times what they are encoded in. */
export const memoryPerStateByte = 13;
/** About as long as it takes until co-authors see what was written; "Saved" comes so much later where there are any. */
const headStartMs = 1;
/**
 * In a full room a row carries what several people wrote: a commit takes this process longer than telling everybody, and
 * nobody there sees "Saved" a tenth of a second later. Where fewer are, nothing waits.
 */
const maxSessionsWithoutRest = 24;
const rowRestMsPerSession = 1.3;
const longestRowRestMs = 100;

/** A deck that is open in this process: its document, who is in it, and what they see of each other. */
export interface Room extends SessionRoom {
  readonly deckId: DeckId;
  readonly sessions: ReadonlySet<Session>;
  /** Its document is of no use any more. */
  readonly isLost: () => boolean;
  /** Takes nobody in and nothing more from now on. */
  readonly shut: () => void;
  /** What it takes of this process's memory, roughly. */
  readonly memoryBytes: () => number;
  /** How much of that came since it was loaded. */
  readonly grownBytes: () => number;
  /** Makes both more exact, which takes as long as encoding its document. */
  readonly measure: () => void;
  /** Is its history so long that it is better renewed while nobody is there? */
  readonly isNearlyFull: () => boolean;
  /** Is anybody in this deck in another process, as far as is known here? */
  readonly isOpenElsewhere: () => boolean;
  /** Another process says what was written there, before it is stored. */
  readonly noteAnnouncement: (announcement: Announcement) => void;
  readonly noteRow: (row: ForeignRow) => void;
  /** The log ends before a row that is in the document: the database was set back. */
  readonly noteRegression: () => void;
  /** Another process says who is there. */
  readonly showForeignAwareness: (update: Uint8Array) => void;
  /** Another process asks who is here. */
  readonly tellPresence: () => void;
  /** Called every `presenceMs`. */
  readonly beatPresence: (nowMs: number) => void;
  /** Somebody's connection broke off, here or in another process. */
  readonly showLost: (user: Identity) => void;
  /** Tells everybody in it of something that isn't the text. */
  readonly showHint: (hint: Hint) => void;
  readonly closeAll: (code: CloseCode, reason: string) => void;
  /** Stores what waits; resolves when that is done, however long the database is away, or the deck is gone. */
  readonly store: () => Promise<void>;
  /** Passes the settled text on now. */
  readonly settle: () => Promise<void>;
  readonly destroy: () => void;
}

export interface RoomOptions {
  readonly deckId: DeckId;
  readonly loaded: LoadedDoc;
  readonly updateLog: UpdateLog;
  readonly flusher: Flusher;
  readonly heldBack: HeldBack;
  readonly log: Log;
  readonly tuning: Tuning;
  readonly tell: (message: DeckMessage) => void;
  readonly maxMessageBytes: number;
  /** Is any other process there to be told? */
  readonly hasOthers: () => boolean;
  readonly onSettled: (deckId: DeckId, text: CommittedText) => Promise<void>;
  /** Its document takes up to so many bytes of memory more. */
  readonly onWritten: (memoryBytes: number) => void;
  /** A row of this room was committed; the log may have grown enough to be compacted. */
  readonly onGrown: (size: { readonly logRows: number; readonly logBytes: number }) => void;
  /** Nobody is in it any more. */
  readonly onEmpty: () => void;
  /** Its history takes no more. */
  readonly onFull: (room: Room) => void;
  /** It must not be used again: whoever comes next needs a new one. */
  readonly onBroken: (room: Room) => void;
}

/** `encodedDoc`: the document as one update, where somebody has it; it is kept no longer than the document is like that. */
export function createRoom(options: RoomOptions, encodedDoc?: Uint8Array): Room {
  const { deckId, loaded, updateLog, flusher, heldBack, log, tuning, tell } = options;
  const sessions = new Set<Session>();
  const presence = createPresence({ sessions, tell, tuning, maxMessageBytes: options.maxMessageBytes });
  const fanOut = createFanOut(sessions, { dueCarets: presence.due });
  const authors = createAuthors({ awareness: presence.table, sessions });
  const lostPeople = createLostPeople();
  /** Whether what follows from the text as it was loaded followed, only a process that has died may know. */
  let settledSeq = 0;
  let isShut = false;
  const encoded = encodedDoc ?? Y.encodeStateAsUpdate(loaded.doc);
  /** The frame with all of the document, for whoever has nothing: many come at once, to a talk or after a restart. */
  let whole: Uint8Array | undefined = encodeSyncStep2(encoded);

  const stored = createStoredDoc({
    docId: deckId,
    loaded,
    updateLog,
    flusher,
    tuning,
    pace: {
      headStartMs: () => (sessions.size > 1 || options.hasOthers() ? headStartMs : 0),
      restMs: () => Math.min(longestRowRestMs, Math.max(0, sessions.size - maxSessionsWithoutRest) * rowRestMsPerSession),
    },
    log,
    events: {
      onUpdate: (update, knownTo) => {
        whole = undefined;
        sizeLimits.count(update);
        options.onWritten(memoryPerStateByte * update.byteLength);
        if (knownTo !== "everybody") fanOut.send(update, knownTo);
      },
      onPending: (changes, first) => announcer.note(changes, first),
      onCommitted,
      onCaughtUp: () => settle.touch(),
      onHealth: (health) => {
        for (const session of [...sessions]) session.setHealth(health);
      },
      onLost: (reason) => {
        if (reason === "gone") closeAll(closeCodes.deleted, "the deck is gone");
        if (reason === "stale-generation") closeAll(closeCodes.generationChanged, "the deck was replaced");
        // All that is open here has the wrong text in it for good, and would go on showing it.
        if (reason === "apart") closeAll(closeCodes.apart, "what is stored reads otherwise");
        // Otherwise clients come back to what the log holds now, and bring what it lacks.
        if (reason === "rolled-back") log.error({ deckId }, "rows of the log are gone that were committed; the deck is loaded anew");
        options.onBroken(room);
      },
    },
  });
  const announcer = createAnnouncer({
    generation: stored.generation,
    tell,
    hasOthers: options.hasOthers,
    maxMessageBytes: options.maxMessageBytes,
  });
  const sizeLimits = createSizeLimits(stored, { stateBytes: encoded.byteLength, maxStateBytes: tuning.maxStateBytes });
  const admission = createAdmission({ docId: deckId, doc: stored.doc, sizeLimits, authors, updateLog, log, onFull: () => options.onFull(room) });
  const intake = createIntake({
    deckId,
    stored,
    admission,
    authors,
    heldBack,
    log,
    show: fanOut.send,
    onBroken: () => options.onBroken(room),
  });
  const settle = createSettle({ quietMs: tuning.settleQuietMs, maxMs: tuning.settleMaxMs, log, fire: passOn });

  function onCommitted({ seq, first, updates, logRows, logBytes }: CommittedRow): void {
    for (const session of [...sessions]) session.settleFences();
    announcer.tellRow({ seq, first, updates });
    heldBack.noteStored(stored, stored.pendingBytes());
    settle.touch();
    options.onGrown({ logRows, logBytes });
  }

  async function passOn(): Promise<number> {
    // What is left of a damaged deck must not take the place of what was derived from it while it was whole.
    const text = loaded.isDamaged ? undefined : await stored.committedText();
    if (text === undefined || text.seq <= settledSeq) return 0;
    const sinceMs = performance.now();
    await options.onSettled(deckId, text);
    settledSeq = text.seq;
    return performance.now() - sinceMs;
  }

  function showLost(user: Identity): void {
    lostPeople.note(user);
    showHint({ kind: "lost", user });
  }

  function hide(session: Session, { isLost }: { readonly isLost: boolean }): void {
    const { identity } = session;
    const wasHere = presence.isHere(identity.id);
    presence.remove(session);
    // By what others see, not by connections: one that broke off earlier may not have been found dead yet.
    if (!isLost || !wasHere || presence.isHere(identity.id)) return;
    showLost(identity);
    tell({ kind: "lost", user: identity });
  }

  function showHint(hint: Hint): void {
    const frame = encodeHint(hint);
    for (const session of [...sessions]) session.send(frame);
  }

  function closeAll(code: CloseCode, reason: string): void {
    for (const session of [...sessions]) session.close(code, reason);
  }

  const room: Room = {
    deckId,
    generation: stored.generation,
    sessions,
    isOpen: () => !isShut && !stored.isLost(),
    isLost: stored.isLost,
    isDamaged: loaded.isDamaged,
    // What can't be read as a whole would be written on as if the rest had never been.
    allows: (role) => (loaded.isDamaged && role === "edit" ? "comment" : role),
    shut: () => {
      isShut = true;
    },
    join: (session) => {
      lostPeople.forget(session.identity.id);
      sessions.add(session);
      for (const user of lostPeople.recent()) if (!presence.isHere(user.id)) session.hint({ kind: "lost", user });
    },
    hide,
    leave: (session, end) => {
      if (!sessions.delete(session)) return;
      heldBack.forget(session);
      authors.leave(session);
      hide(session, end);
      if (sessions.size === 0) options.onEmpty();
    },
    write: intake.write,
    takeAwareness: presence.take,
    encodeAwareness: presence.encode,
    encodeStateVector: () => {
      intake.takeOver();
      return Y.encodeStateVector(stored.doc);
    },
    answerStep1: (stateVector) => {
      try {
        intake.takeOver();
        if (!hasNothing(stateVector)) return encodeSyncStep2(Y.encodeStateAsUpdate(stored.doc, stateVector));
        whole ??= encodeSyncStep2(Y.encodeStateAsUpdate(stored.doc));
        return whole;
      } catch (error) {
        log.warn({ err: error, deckId }, "a client sent a torn state vector");
        return undefined;
      }
    },
    enqueued: stored.enqueued,
    durable: stored.durable,
    appliedSeq: stored.appliedSeq,
    health: stored.health,
    isNearlyFull: sizeLimits.isNearlyFull,
    isOpenElsewhere: presence.isElsewhere,
    memoryBytes: () => memoryPerStateByte * sizeLimits.stateBytes(),
    grownBytes: () => memoryPerStateByte * sizeLimits.grownBytes(),
    measure: sizeLimits.measure,
    noteAnnouncement: (announcement) => {
      if (!isShut && !loaded.isDamaged) intake.noteAnnouncement(announcement);
    },
    noteRow: intake.noteRow,
    noteRegression: stored.noteRegression,
    showForeignAwareness: (update) => presence.hear(update, performance.now()),
    tellPresence: presence.tellAll,
    beatPresence: presence.beat,
    showLost,
    showHint,
    closeAll,
    store: async () => {
      intake.takeOver();
      await stored.whenDurable();
    },
    settle: settle.finish,
    destroy: () => {
      presence.stop();
      intake.stop();
      heldBack.noteStored(stored, 0);
      fanOut.stop();
      stored.destroy();
    },
  };
  settle.touch();
  return room;
}

/** The state vector of an empty document: no client. */
function hasNothing(stateVector: Uint8Array): boolean {
  return stateVector.byteLength === 1 && stateVector[0] === 0;
}
