import type { SaveState } from "@/lib/collab/client/deck-source";
import type { CollabRole, FenceStatus, Health, RoleChange } from "@/lib/collab/protocol/frames";
import type { Hello } from "@/lib/collab/protocol/hello";

/** What is known about saving. The words for it are `saveStateOf`. */
export interface SaveFacts {
  /** `opening` until the first attempt to connect has come to something. */
  readonly connection: "opening" | "offline" | "connected" | "synced";
  /** Undefined until the server said. */
  readonly role: CollabRole | undefined;
  readonly health: Health;
  /** Changes made here since the page was opened: the version that a fence asks about. */
  readonly local: number;
  /** All changes up to this version are committed. */
  readonly acked: number;
  /** The fence on its way, at most one. */
  readonly fence: { readonly version: number; readonly isLate: boolean } | undefined;
  /** The server refused changes; it stays so until they are resent and stored. */
  readonly refused: Exclude<FenceStatus, "durable"> | undefined;
  /** Why this source has come to its end. */
  readonly ended: string | undefined;
  /** Is what is written here in this browser's keeping? */
  readonly isKept: boolean;
  /** Whether a commit is on the server's disk, as it says. */
  readonly durability: Hello["durability"];
  /** Since the right to write was taken away: by whom, where that is known. */
  readonly downgrade: Pick<RoleChange, "by"> | undefined;
  /** A part of the deck can't be read any more, so nobody may write in it. */
  readonly isDamaged: boolean;
}

export type SaveEvent =
  | { readonly type: "changed" }
  | { readonly type: "connected" }
  | { readonly type: "synced" }
  | { readonly type: "disconnected" }
  | ({ readonly type: "role" } & RoleChange)
  | { readonly type: "health"; readonly health: Health }
  | { readonly type: "fence-sent"; readonly version: number }
  | { readonly type: "fence-late"; readonly version: number }
  | { readonly type: "fence-answered"; readonly version: number; readonly status: FenceStatus }
  | { readonly type: "ended"; readonly sentence: string }
  | { readonly type: "resumed" }
  | { readonly type: "kept"; readonly isKept: boolean }
  | { readonly type: "durability"; readonly durability: Hello["durability"] }
  | { readonly type: "damaged"; readonly isDamaged: boolean };

export const firstSaveFacts: SaveFacts = {
  connection: "opening",
  role: undefined,
  health: "ok",
  local: 0,
  acked: 0,
  fence: undefined,
  refused: undefined,
  ended: undefined,
  isKept: false,
  durability: "fsync",
  downgrade: undefined,
  isDamaged: false,
};

/** The facts after an event. */
export function reduceSave(facts: SaveFacts, event: SaveEvent): SaveFacts {
  switch (event.type) {
    case "changed":
      return { ...facts, local: facts.local + 1 };
    case "connected":
      return { ...facts, connection: "connected", health: "ok", fence: undefined, refused: undefined };
    case "synced":
      return { ...facts, connection: "synced" };
    case "disconnected":
      return { ...facts, connection: "offline", health: "ok", fence: undefined };
    case "role":
      return afterRole(facts, event);
    case "health":
      return { ...facts, health: event.health };
    case "fence-sent":
      return { ...facts, fence: { version: event.version, isLate: false } };
    case "fence-late":
      return facts.fence?.version === event.version ? { ...facts, fence: { version: event.version, isLate: true } } : facts;
    case "fence-answered":
      return answered(facts, event);
    case "ended":
      return { ...facts, connection: "offline", fence: undefined, ended: event.sentence };
    case "resumed":
      return { ...facts, ended: undefined };
    case "kept":
      return { ...facts, isKept: event.isKept };
    case "durability":
      return { ...facts, durability: event.durability };
    case "damaged":
      return { ...facts, isDamaged: event.isDamaged };
  }
}

function afterRole(facts: SaveFacts, { role, by }: RoleChange): SaveFacts {
  if (role === "edit") return { ...facts, role, refused: undefined, downgrade: undefined };
  return { ...facts, role, downgrade: facts.role === "edit" ? { by } : facts.downgrade };
}

function answered(facts: SaveFacts, { version, status }: Extract<SaveEvent, { type: "fence-answered" }>): SaveFacts {
  // An answer to a fence of an earlier connection says nothing about this one.
  if (facts.fence?.version !== version) return facts;
  if (status !== "durable") return { ...facts, fence: undefined, refused: status };
  return { ...facts, fence: undefined, refused: undefined, acked: Math.max(facts.acked, version) };
}

/**
 * The version that a fence should ask about now; undefined where none is due. One is on its way at a time, and what is
 * typed meanwhile waits for the next: the server answers in the pace of its commits.
 */
export function fenceDue(facts: SaveFacts): number | undefined {
  const isDue = facts.connection === "synced" && facts.fence === undefined && facts.refused === undefined && facts.acked < facts.local;
  return isDue ? facts.local : undefined;
}

/** What the person is told. `saved` means: committed to Postgres, all of it. */
export function saveStateOf(facts: SaveFacts): SaveState {
  const unsaved = facts.local - facts.acked;
  if (facts.ended !== undefined) {
    return { state: unsaved === 0 ? "read-only" : "not-saved", reason: facts.ended };
  }
  if (facts.refused !== undefined && unsaved > 0) {
    return { state: "not-saved", reason: facts.isDamaged ? damaged.unsaved : refusedSentences[facts.refused] };
  }
  if (facts.isDamaged && unsaved === 0) return { state: "read-only", reason: damaged.reading, isDamaged: true };
  if (facts.role !== undefined && facts.role !== "edit" && unsaved === 0) {
    return {
      state: "read-only",
      reason: roleSentences[facts.role],
      ...(facts.downgrade === undefined ? {} : { isNew: true, by: facts.downgrade.by }),
    };
  }
  switch (facts.connection) {
    case "opening":
    case "connected":
      return { state: unsaved === 0 ? "connecting" : "saving" };
    case "offline":
      return { state: "offline", unsaved, isKept: facts.isKept };
    case "synced":
      if (unsaved === 0) return { state: "saved", ...(facts.durability === "fsync" ? {} : { isInMemory: true }) };
      if (facts.health !== "down" && facts.fence?.isLate !== true) return { state: "saving" };
      return { state: "not-saved", reason: facts.isKept ? cannotStore.kept : cannotStore.inPage };
  }
}

const cannotStore = {
  kept: "The server can't store anything at the moment. Go on writing: co-authors still see it, it is kept in this browser, and it will be stored as soon as the server can. Keep this page open.",
  inPage:
    "The server can't store anything at the moment, and this browser keeps nothing either. Co-authors still see what you write, and it will be stored as soon as the server can. Until then it is in this page alone: keep it open, or copy your text.",
} as const;

const damaged = {
  reading:
    "What can still be read of it is shown here, and nobody can change it as it is. To go on, take it back to a version: whoever may edit it finds them in its history, how it was last at the top. If that is not enough, tell whoever runs this server, who may have a backup.",
  unsaved:
    "A part of this deck can't be read any more, so nobody can change it as it is and your last changes were not taken. Copy or download your text, then take the deck back to a version in its history, or tell whoever runs this server.",
} as const;

const roleSentences = {
  view: "You may look at this deck, but not change it. Ask its owner to let you edit.",
  comment: "You may comment on this deck, but not change its text. Ask its owner to let you edit.",
} as const satisfies Record<Exclude<CollabRole, "edit">, string>;

const refusedSentences = {
  roleDenied: "You may no longer edit this deck, so your last changes were not taken. Copy them before you leave.",
  rejected: "The server could not take your last changes. Copy your text, then reload the page.",
  staleGeneration: "This deck was replaced by another state of it, so your last changes were not taken. Copy them, then reload the page.",
} as const satisfies Record<Exclude<FenceStatus, "durable">, string>;
