import type { DeckId } from "@/lib/api/ids";
import { closeCodes } from "@/lib/collab/protocol/close-codes";
import type { Admission } from "@/lib/collab/server/admission";
import { createAnnounced } from "@/lib/collab/server/announced";
import type { Authors } from "@/lib/collab/server/authors";
import type { AnnouncedRow, Announcement } from "@/lib/collab/server/deck-messages";
import type { HeldBack } from "@/lib/collab/server/held-back";
import type { PendingChange } from "@/lib/collab/server/pending-changes";
import type { Refusal, Session, WriteResult } from "@/lib/collab/server/session";
import type { StoredDoc } from "@/lib/collab/server/stored-doc";
import { EndedEarly } from "@/lib/collab/server/time-limit";
import type { Log } from "@/lib/log";

/** A row that somebody else committed. */
export interface ForeignRow {
  readonly generation: number;
  readonly seq: number;
  readonly updates?: readonly Uint8Array[];
  /** Its changes were announced under these numbers. */
  readonly announced?: AnnouncedRow | undefined;
}

/** What comes into a room's document: from people here, and from other processes. */
export interface Intake {
  /** `isAnswer`: all the client has, which it was asked for. */
  readonly write: (session: Session, update: Uint8Array, options: { readonly isAnswer: boolean }) => WriteResult;
  readonly noteAnnouncement: (announcement: Announcement) => void;
  readonly noteRow: (row: ForeignRow) => void;
  /** From now on the document has all that anybody here was shown. */
  readonly takeOver: () => void;
  readonly stop: () => void;
}

export interface IntakeOptions {
  readonly deckId: DeckId;
  readonly stored: StoredDoc;
  readonly admission: Admission;
  readonly authors: Authors;
  readonly heldBack: HeldBack;
  readonly log: Log;
  /** Shows an update to everybody here but who sent it. */
  readonly show: (update: Uint8Array, except: object | undefined) => void;
  /** What the document holds now is anybody's guess. */
  readonly onBroken: () => void;
}

/** For one room; holds what other processes announce until it is stored, or until `stop`. */
export function createIntake({ deckId, stored, admission, authors, heldBack, log, show, onBroken }: IntakeOptions): Intake {
  const announced = createAnnounced({ doc: stored.doc, show: (update) => show(update, undefined), store, onApart: stored.noteApart });

  function store(changes: readonly PendingChange[]): void {
    try {
      stored.takeOver(changes);
    } catch (error) {
      log.error({ err: error, deckId }, "what another process announced broke the document, which is loaded anew");
      onBroken();
    }
    heldBack.noteStored(stored, stored.pendingBytes());
  }

  function refusalOf(session: Session, update: Uint8Array, error: unknown): Refusal {
    const isEndedEarly = error instanceof EndedEarly;
    // A process that got no processor, or stood still, says nothing of what it was about: its author brings it again.
    if (isEndedEarly && !error.isItsFault) return { state: "refused", code: closeCodes.overloaded, reason: "the server was too busy" };
    return admission.quarantine(session, update, { reason: isEndedEarly ? "takes too long to work in" : "broke the document" });
  }

  function admit(...update: Parameters<Admission["admit"]>): ReturnType<Admission["admit"]> {
    if (announced.concerns(update[1])) announced.takeOver();
    const admitted = admission.admit(...update);
    if (admitted.state !== "gap" || announced.isEmpty()) return admitted;
    announced.takeOver();
    return admission.admit(...update);
  }

  /**
   * Of all that a client has, what builds on nothing it says is what it holds back itself: Yjs parked that when the client
   * was sent it, and shows nothing of it, but says it with everything else. That must not keep the rest from being stored.
   */
  function admitPlaced(admitted: ReturnType<Admission["admit"]>, session: Session, options: { readonly isAnswer: boolean }): typeof admitted {
    if (admitted.state !== "gap" || admitted.rest === undefined || !options.isAnswer) return admitted;
    log.debug({ deckId, userId: session.identity.id }, "what a page holds back was left out of its answer");
    return admission.admit(session, admitted.rest(), options);
  }

  return {
    write: (session, sent, options) => {
      const whole = admit(session, sent, options);
      const admitted = admitPlaced(whole, session, options);
      if (admitted.state !== "fine") return admitted;
      const { update, hasCarriageReturns, isLong, clients, gaps } = admitted;
      // What somebody types others see before this document does. All that a client has may be long, and known to most.
      const isShown = admitted.isPlain && !options.isAnswer;
      try {
        if (isShown) show(update, session);
        stored.write(update, { author: session, userId: session.identity.id, hasCarriageReturns, isShown, isLong, gaps });
      } catch (error) {
        log.error({ err: error, deckId }, "a judged update broke the document, which is loaded anew");
        const result = refusalOf(session, sent, error);
        // Everybody else reconnects and brings what is not stored, this too if they were shown it: that a plain update
        // is what breaks a document is ruled out ([I15] in plain-update.test), so the one loaded anew takes it.
        onBroken();
        return result;
      }
      for (const client of clients) authors.note(session, client);
      heldBack.noteWritten(stored, stored.pendingBytes(), session);
      return { state: "taken", isWhole: whole.state === "fine" };
    },
    noteAnnouncement: (announcement) => {
      if (!stored.isLost() && announcement.generation === stored.generation) announced.hear(announcement);
    },
    noteRow: ({ generation, announced: row, ...rest }) => {
      // Another generation is looked up, not believed: pulling tells.
      if (generation !== stored.generation) return stored.noteRow({ seq: Math.max(rest.seq, stored.appliedSeq() + 1) });
      const updates = row && announced.find(row);
      stored.noteRow(updates === undefined ? rest : { seq: rest.seq, updates, isShown: true });
      if (row !== undefined && stored.appliedSeq() >= rest.seq) announced.settle(row);
    },
    takeOver: announced.takeOver,
    stop: announced.stop,
  };
}
