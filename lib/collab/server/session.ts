import type { CloseCode } from "@/lib/collab/protocol/close-codes";
import type { CollabRole, Health, RoleChange } from "@/lib/collab/protocol/frames";
import type { Hint } from "@/lib/collab/protocol/hello";
import type { Identity } from "@/lib/collab/server/awareness-table";

/** What is not taken closes its sender, with this code. */
export interface Refusal {
  readonly state: "refused";
  readonly code: CloseCode;
  readonly reason: string;
}

/** What became of an update somebody sent. `isWhole`: nothing was left out as held back by the client itself. */
export type WriteResult = { readonly state: "taken"; readonly isWhole: boolean } | { readonly state: "gap" } | Refusal;

/** What a session needs of its room. */
export interface SessionRoom {
  readonly generation: number;
  /** Not once it is being put away or its document is lost: what it says then is worth nothing. */
  readonly isOpen: () => boolean;
  /** A part of it can't be read any more: nobody writes in it. */
  readonly isDamaged: boolean;
  /** The most that anybody may do here now. */
  readonly allows: (role: CollabRole) => CollabRole;
  readonly join: (session: Session) => void;
  /** Nobody sees them in it any more; what they sent before may still come. */
  readonly hide: (session: Session, end: { readonly isLost: boolean }) => void;
  readonly leave: (session: Session, end: { readonly isLost: boolean }) => void;
  /** `isAnswer`: all the client has, which it was asked for. */
  readonly write: (session: Session, update: Uint8Array, options: { readonly isAnswer: boolean }) => WriteResult;
  readonly takeAwareness: (session: Session, update: Uint8Array) => void;
  readonly encodeAwareness: () => Uint8Array;
  readonly encodeStateVector: () => Uint8Array;
  /** What a client with this state vector lacks, as a frame for it alone; undefined where it is none. */
  readonly answerStep1: (stateVector: Uint8Array) => Uint8Array | undefined;
  readonly enqueued: () => number;
  readonly durable: () => number;
  readonly appliedSeq: () => number;
  readonly health: () => Health;
}

/** One connection of one person to one deck. */
export interface Session {
  readonly identity: Identity;
  /** Is this person theirs, now or before they became who they are? */
  readonly isOrWas: (userId: string) => boolean;
  /** A frame came in; not before `start`. */
  readonly receive: (bytes: Uint8Array) => void;
  /** The room is there: says hello, and has the socket hand on what came meanwhile. */
  readonly start: (room: SessionRoom, options: { readonly role: CollabRole; readonly durability: "fsync" | "process" }) => void;
  readonly setRole: (change: RoleChange) => void;
  readonly setHealth: (health: Health) => void;
  /** Something beside the text is another: said to who is in the room. */
  readonly hint: (hint: Hint) => void;
  /** Changes of the room were committed: answers fences that waited for them. */
  readonly settleFences: () => void;
  /** `carets` are left out where the client can't keep up. */
  readonly send: (frame: Uint8Array, carets?: Uint8Array) => void;
  /** Left out where the client can't keep up: the next one replaces it. */
  readonly sendAwareness: (frame: Uint8Array) => void;
  /** Called every few seconds: keeps the connection alive, ends one that reads too slowly. */
  readonly beat: (nowMs: number) => void;
  readonly pause: () => void;
  readonly resume: () => void;
  readonly close: (code: CloseCode, reason: string) => void;
  /** The connection is gone. What they wrote before is taken still, and nothing else is done for them. */
  readonly gone: (end: { readonly isLost: boolean }) => void;
  /** Nothing of them comes any more. */
  readonly ended: (end: { readonly isLost: boolean }) => void;
  readonly isOpen: () => boolean;
  /** All that this client has is in the room. */
  readonly isSound: () => boolean;
}
