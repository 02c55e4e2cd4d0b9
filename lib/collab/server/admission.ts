import type * as Y from "yjs";
import { closeCodes, renewedReason, type CloseCode } from "@/lib/collab/protocol/close-codes";
import type { Authors } from "@/lib/collab/server/authors";
import { judgeUpdate, type Verdict } from "@/lib/collab/server/guard-update";
import type { Refusal, Session } from "@/lib/collab/server/session";
import type { Excess, SizeLimits } from "@/lib/collab/server/size-limits";
import { maxQuarantinedOfDoc, type UpdateLog } from "@/lib/collab/server/update-log";
import { runInBackground, type Log } from "@/lib/log";

export interface AdmissionOptions {
  readonly docId: string;
  readonly doc: Y.Doc;
  readonly sizeLimits: SizeLimits;
  readonly authors: Authors;
  readonly updateLog: UpdateLog;
  readonly log: Log;
  /** Its history takes no more: it needs a new generation. */
  readonly onFull: () => void;
}

/** Why bytes are refused: in words for the log, and how their sender's connection ends. */
interface Why {
  readonly reason: string;
  readonly code?: CloseCode;
}

export type Admitted = Extract<Verdict, { readonly state: "fine" }>;

/** What of it builds on nothing that is missing, where that is known. */
export interface Unplaced {
  readonly state: "gap";
  readonly rest: (() => Uint8Array) | undefined;
}

/** Decides what of what people send a document takes. */
export interface Admission {
  /** `isAnswer`: all the client has, which it was asked for. Nothing has touched the document yet. */
  readonly admit: (session: Session, update: Uint8Array, options: { readonly isAnswer: boolean }) => Admitted | Unplaced | Refusal;
  /** Keeps what was refused for looking at. */
  readonly quarantine: (session: Session, bytes: Uint8Array, why: Why) => Refusal;
}

/** Judges each update by the document as it is then, and keeps a bounded part of what it refuses. */
export function createAdmission({ docId, doc, sizeLimits, authors, updateLog, log, onFull }: AdmissionOptions): Admission {
  let quarantined = 0;

  function quarantine({ identity }: Session, bytes: Uint8Array, { reason, code = closeCodes.badUpdate }: Why): Refusal {
    log.warn({ docId, userId: identity.id, reason, bytes: bytes.byteLength }, "an update was refused");
    // The database would keep no more: who sends nothing else must not keep it busy with that.
    if (quarantined++ < maxQuarantinedOfDoc)
      runInBackground(updateLog.quarantine({ docId, userId: identity.id, reason, bytes }), log, "a refused update could not be kept");
    return { state: "refused", code, reason };
  }

  function decide(session: Session, update: Uint8Array, { isAnswer }: { readonly isAnswer: boolean }): ReturnType<Admission["admit"]> {
    const verdict = judgeUpdate(doc, update, (client) => authors.mayWrite(session, client, { isAnswer }));
    switch (verdict.state) {
      case "gap":
        return { state: "gap", rest: verdict.rest };
      case "circular":
        return isAnswer ? { state: "gap", rest: verdict.rest } : quarantine(session, update, { reason: "builds on itself in a circle" });
      case "foreign":
        // Perhaps what somebody lost whom this client saw: it is asked for all it has, and that is looked at more closely.
        return isAnswer
          ? quarantine(session, update, { reason: `writes as client ${verdict.client}, which is another's`, code: closeCodes.apart })
          : { state: "gap", rest: undefined };
      case "apart":
        return quarantine(session, update, { reason: verdict.reason, code: closeCodes.apart });
      case "bad":
        return quarantine(session, update, { reason: verdict.reason });
      case "fine":
        return refusalOf(sizeLimits.wouldExceed(update, verdict)) ?? verdict;
    }
  }

  function refusalOf(excess: Excess | undefined): Refusal | undefined {
    switch (excess) {
      case undefined:
        return undefined;
      case "text":
        return { state: "refused", code: closeCodes.tooLarge, reason: "the deck would be too large" };
      case "state":
        onFull();
        return { state: "refused", code: closeCodes.generationChanged, reason: renewedReason };
    }
  }

  return {
    admit: (session, update, options) => {
      try {
        return decide(session, update, options);
      } catch (error) {
        // What makes judging fail fails for its sender alone.
        log.error({ err: error, docId }, "an update could not be judged");
        return quarantine(session, update, { reason: "could not be judged" });
      }
    },
    quarantine,
  };
}
