import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { Pool } from "pg";
import type { DeckId, UserId } from "@/lib/api/ids";
import type { Bus } from "@/lib/bus/bus";
import type { CollabRole } from "@/lib/collab/protocol/frames";
import type { UpdateKind } from "@/lib/collab/server/update-log";
import type { Log } from "@/lib/log";

/** A text as it is committed at one row of the log. */
export interface CommittedText {
  readonly generation: number;
  readonly seq: number;
  readonly markdown: string;
}

/** Who opens a socket, as a signed token says. */
export interface CollabIdentity {
  readonly deckId: DeckId;
  readonly userId: UserId;
  readonly name: string;
  readonly role: CollabRole;
  readonly generation: number;
}

/** What the engine needs of the rest: rights arrive as functions, so that it knows no rules. */
export interface CollabOptions {
  readonly pool: Pool;
  readonly bus: Bus;
  readonly log: Log;
  /** Undefined for a token that is forged or too old. */
  readonly verifyToken: (token: string) => CollabIdentity | undefined;
  /** The role at this moment; undefined where the person lost every right. */
  readonly currentRole: (deckId: DeckId, userId: UserId) => Promise<CollabRole | undefined>;
  /** Called with committed text once nothing new came for a second, at most every five, and before a room is put away. */
  readonly onSettled: (deckId: DeckId, text: CommittedText) => Promise<void>;
  readonly isAllowedOrigin: (origin: string, host: string | undefined) => boolean;
  /** Names this process in the log's rows. */
  readonly nodeName?: string;
  /** How long a room nobody is in stays in memory. */
  readonly idleMs?: number;
}

export interface EditDeckOptions {
  readonly kind: Exclude<UpdateKind, "edit">;
  readonly userId: UserId;
  /** Edit only this state of the text (If-Match): throws `stale` where there is another by now. */
  readonly expected?: { readonly generation: number; readonly seq: number };
}

/** The collaboration engine of one process. */
export interface Collab {
  /** Takes over an upgrade of `/collab/:deckId`. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /**
   * Changes a deck's text from the server: `change` gets the committed text and returns what it shall be, and the least
   * edit that makes it so is committed and shown to everybody connected. Throws `not-found`, `stale` or `too-large`.
   */
  readonly editDeck: (deckId: DeckId, change: (markdown: string) => string, options: EditDeckOptions) => Promise<CommittedText>;
  /** The committed text. Throws `not-found`. */
  readonly readDeck: (deckId: DeckId) => Promise<CommittedText>;
  /** Rights on this deck changed: everybody connected is looked up again, in every process. */
  readonly recheckRoles: (deckId: DeckId) => Promise<void>;
  /** Sends everybody out, in every process: the deck is gone, or another state took its place. */
  readonly closeDeck: (deckId: DeckId, reason: "deleted" | "replaced") => Promise<void>;
  readonly stats: () => { readonly rooms: number; readonly connections: number };
  /** Stores what is in memory, closes every socket with 1012, and ends. */
  readonly stop: () => Promise<void>;
}
