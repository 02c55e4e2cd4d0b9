import * as Y from "yjs";
import type { DeckId } from "@/lib/api/ids";
import { closeCodes, type CloseCode } from "@/lib/collab/protocol/close-codes";
import { encodeAwareness, type CollabRole, type Health } from "@/lib/collab/protocol/frames";
import { encodeHint } from "@/lib/collab/protocol/hello";
import { awarenessTickMs } from "@/lib/collab/protocol/limits";
import { createAuthors } from "@/lib/collab/server/authors";
import { createAwarenessTable, type Identity } from "@/lib/collab/server/awareness-table";
import type { CommittedText } from "@/lib/collab/server/collab";
import type { DeckMessage } from "@/lib/collab/server/deck-messages";
import { createFanOut } from "@/lib/collab/server/fan-out";
import type { Flusher } from "@/lib/collab/server/flush";
import { judgeUpdate, type Verdict } from "@/lib/collab/server/guard-update";
import { encodePayload } from "@/lib/collab/server/payload";
import type { LoadedDoc } from "@/lib/collab/server/load-doc";
import type { Session } from "@/lib/collab/server/session";
import { createSettle } from "@/lib/collab/server/settle";
import { createSizeLimits } from "@/lib/collab/server/size-limits";
import { createStoredDoc, type CommittedRow } from "@/lib/collab/server/stored-doc";
import type { Tuning } from "@/lib/collab/server/tuning";
import type { UpdateLog } from "@/lib/collab/server/update-log";
import { runInBackground, type Log } from "@/lib/log";

/** What became of an update somebody sent. */
export type WriteResult =
  | { readonly state: "taken" }
  | { readonly state: "gap" }
  | { readonly state: "refused"; readonly code: CloseCode; readonly reason: string };

/** A deck that is open in this process: its document, who is in it, and what they see of each other. */
export interface Room {
  readonly deckId: DeckId;
  readonly generation: number;
  readonly sessions: ReadonlySet<Session>;
  /** Not once it is being put away or its document is lost: what it says then is worth nothing. */
  readonly isOpen: () => boolean;
  /** Its document is of no use any more. */
  readonly isLost: () => boolean;
  /** The most that anybody may do here now. */
  readonly allows: (role: CollabRole) => CollabRole;
  /** Takes nobody in and nothing more from now on. */
  readonly shut: () => void;
  readonly join: (session: Session) => void;
  readonly leave: (session: Session, end: { readonly isLost: boolean }) => void;
  /** `isAnswer`: all the client has, which it was asked for. */
  readonly write: (session: Session, update: Uint8Array, options: { readonly isAnswer: boolean }) => WriteResult;
  readonly takeAwareness: (session: Session, update: Uint8Array) => void;
  readonly encodeAwareness: () => Uint8Array;
  readonly encodeStateVector: () => Uint8Array;
  /** What a client with this state vector lacks; undefined where it is none. */
  readonly encodeMissing: (stateVector: Uint8Array) => Uint8Array | undefined;
  readonly enqueued: () => number;
  readonly durable: () => number;
  readonly appliedSeq: () => number;
  readonly health: () => Health;
  /** Somebody else committed a row. */
  readonly noteRow: (row: { readonly generation: number; readonly seq: number; readonly updates?: readonly Uint8Array[] }) => void;
  /** The log ends before a row that is in the document: the database was set back. */
  readonly noteRegression: () => void;
  readonly showForeignAwareness: (update: Uint8Array) => void;
  /** Somebody's connection broke off, here or in another process. */
  readonly showLost: (user: Identity) => void;
  readonly closeAll: (code: CloseCode, reason: string) => void;
  /** Stores what waits and passes the settled text on; resolves when that is done or the deck is gone. */
  readonly finish: () => Promise<void>;
  readonly destroy: () => void;
}

export interface RoomOptions {
  readonly deckId: DeckId;
  readonly loaded: LoadedDoc;
  readonly updateLog: UpdateLog;
  readonly flusher: Flusher;
  readonly log: Log;
  readonly tuning: Tuning;
  readonly tell: (message: DeckMessage) => void;
  readonly maxMessageBytes: number;
  readonly onSettled: (deckId: DeckId, text: CommittedText) => Promise<void>;
  /** A row of this room was committed; the log may have grown enough to be compacted. */
  readonly onGrown: (size: { readonly logRows: number; readonly logBytes: number }) => void;
  /** Nobody is in it any more. */
  readonly onEmpty: () => void;
  /** It must not be used again: whoever comes next needs a new one. */
  readonly onBroken: (room: Room) => void;
}

export function createRoom(options: RoomOptions): Room {
  const { deckId, loaded, updateLog, flusher, log, tuning, tell } = options;
  const sessions = new Set<Session>();
  const awareness = createAwarenessTable();
  const fanOut = createFanOut(sessions);
  const authors = createAuthors({ awareness, sessions });
  const heldBack = new Set<Session>();
  let awarenessTimer: NodeJS.Timeout | undefined;
  let settledSeq = loaded.headSeq;
  let isShut = false;

  const stored = createStoredDoc({
    docId: deckId,
    loaded,
    updateLog,
    flusher,
    log,
    events: {
      onUpdate: (update, author) => {
        if (author === undefined) sizeLimits.count(update);
        fanOut.send(update, author);
      },
      onCommitted,
      onCaughtUp: () => settle.touch(),
      onHealth: (health) => {
        for (const session of [...sessions]) session.setHealth(health);
      },
      onLost: (reason) => {
        if (reason === "gone") closeAll(closeCodes.deleted, "the deck is gone");
        if (reason === "stale-generation") closeAll(closeCodes.generationChanged, "the deck was replaced");
        // Otherwise clients come back to what the log holds now, and bring what it lacks.
        if (reason === "rolled-back") log.error({ deckId }, "rows of the log are gone that were committed; the deck is loaded anew");
        options.onBroken(room);
      },
    },
  });
  const sizeLimits = createSizeLimits(stored.doc, stored.text);
  const settle = createSettle({ quietMs: tuning.settleQuietMs, maxMs: tuning.settleMaxMs, log, fire: passOn });

  function onCommitted({ seq, updates, logRows, logBytes }: CommittedRow): void {
    const payload = Buffer.from(encodePayload(updates)).toString("base64");
    const isCarried = payload.length < options.maxMessageBytes - 200;
    tell({ kind: "row", generation: stored.generation, seq, ...(isCarried ? { payload } : {}) });
    for (const session of [...sessions]) session.settleFences();
    if (stored.pendingBytes() < tuning.maxPendingBytes) {
      for (const session of heldBack) session.resume();
      heldBack.clear();
    }
    settle.touch();
    options.onGrown({ logRows, logBytes });
  }

  async function passOn(): Promise<void> {
    const text = await stored.committedText();
    if (text === undefined || text.seq <= settledSeq) return;
    await options.onSettled(deckId, text);
    settledSeq = text.seq;
  }

  /** Nothing of it may touch the document, and what it makes fail fails for its sender alone. */
  function judge(
    session: Session,
    update: Uint8Array,
    { isAnswer }: { readonly isAnswer: boolean },
  ): { readonly verdict: Verdict; readonly isTooLarge: boolean } {
    try {
      const verdict = judgeUpdate(stored.doc, update, (client) => authors.mayWrite(session, client, { isAnswer }));
      return { verdict, isTooLarge: verdict.state === "fine" && sizeLimits.wouldExceed(update, verdict) };
    } catch (error) {
      log.error({ err: error, deckId }, "an update could not be judged");
      return { verdict: { state: "bad", reason: "could not be judged" }, isTooLarge: false };
    }
  }

  function write(session: Session, update: Uint8Array, { isAnswer }: { readonly isAnswer: boolean }): WriteResult {
    const judged = judge(session, update, { isAnswer });
    if (judged.isTooLarge) return { state: "refused", code: closeCodes.tooLarge, reason: "the deck would be too large" };
    const { verdict } = judged;
    if (verdict.state === "gap") return { state: "gap" };
    // Perhaps what somebody lost whom this client saw: it is asked for all it has, and that is looked at more closely.
    if (verdict.state === "foreign" && !isAnswer) return { state: "gap" };
    if (verdict.state === "foreign") return quarantine(session, update, `writes as client ${verdict.client}, which is another's`);
    if (verdict.state === "bad") return quarantine(session, update, verdict.reason);
    const { hasCarriageReturns, clients } = verdict;
    try {
      stored.write(update, { author: session, userId: session.identity.id, hasCarriageReturns });
    } catch (error) {
      log.error({ err: error, deckId }, "a judged update broke the document, which is loaded anew");
      const result = quarantine(session, update, "broke the document");
      // What the document holds now is anybody's guess. Everybody else reconnects and brings what is not stored.
      options.onBroken(room);
      return result;
    }
    for (const client of clients) authors.note(session, client);
    if (stored.pendingBytes() >= tuning.maxPendingBytes) {
      heldBack.add(session);
      session.pause();
    }
    return { state: "taken" };
  }

  function quarantine(session: Session, bytes: Uint8Array, reason: string): WriteResult {
    log.warn({ deckId, userId: session.identity.id, reason, bytes: bytes.byteLength }, "an update was refused");
    runInBackground(updateLog.quarantine({ docId: deckId, userId: session.identity.id, reason, bytes }), log, "a refused update could not be kept");
    return { state: "refused", code: closeCodes.badUpdate, reason };
  }

  function sendAwareness(update: Uint8Array): void {
    const frame = encodeAwareness(update);
    for (const session of [...sessions]) session.sendAwareness(frame);
  }

  /** The newest of everybody, at most 20 times a second, encoded once. */
  function spreadAwareness(): void {
    awarenessTimer = undefined;
    const changed = awareness.spread();
    if (changed.length === 0) return;
    const update = awareness.encode(changed);
    sendAwareness(update);
    tellAwareness(update);
  }

  function tellAwareness(update: Uint8Array): void {
    const encoded = Buffer.from(update).toString("base64");
    if (encoded.length < options.maxMessageBytes - 200) tell({ kind: "awareness", update: encoded });
  }

  function showLost(user: Identity): void {
    const frame = encodeHint({ kind: "lost", user });
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
    // What can't be read as a whole would be written on as if the rest had never been.
    allows: (role) => (loaded.isDamaged && role === "edit" ? "comment" : role),
    shut: () => {
      isShut = true;
    },
    join: (session) => sessions.add(session),
    leave: (session, { isLost }) => {
      if (!sessions.delete(session)) return;
      heldBack.delete(session);
      const gone = awareness.remove(session);
      if (gone !== undefined) {
        sendAwareness(gone);
        tellAwareness(gone);
      }
      const { identity } = session;
      if (isLost && ![...sessions].some((other) => other.identity.id === identity.id)) {
        showLost(identity);
        tell({ kind: "lost", user: identity });
      }
      if (sessions.size === 0) options.onEmpty();
    },
    write,
    takeAwareness: (session, update) => {
      awareness.accept(session, update, session.identity);
      awarenessTimer ??= setTimeout(spreadAwareness, awarenessTickMs);
    },
    encodeAwareness: () => awareness.encode(),
    encodeStateVector: () => Y.encodeStateVector(stored.doc),
    encodeMissing: (stateVector) => {
      try {
        return Y.encodeStateAsUpdate(stored.doc, stateVector);
      } catch (error) {
        log.warn({ err: error, deckId }, "a client sent a torn state vector");
        return undefined;
      }
    },
    enqueued: stored.enqueued,
    durable: stored.durable,
    appliedSeq: stored.appliedSeq,
    health: stored.health,
    noteRow: ({ generation, ...row }) => {
      // Another generation is looked up, not believed: pulling tells.
      stored.noteRow(generation === stored.generation ? row : { seq: Math.max(row.seq, stored.appliedSeq() + 1) });
    },
    noteRegression: stored.noteRegression,
    showForeignAwareness: (update) => {
      awareness.acceptForeign(update);
      sendAwareness(update);
    },
    showLost,
    closeAll,
    finish: async () => {
      await stored.whenDurable();
      await settle.finish();
    },
    destroy: () => {
      clearTimeout(awarenessTimer);
      fanOut.stop();
      stored.destroy();
    },
  };
  return room;
}
