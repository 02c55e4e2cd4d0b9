import type { DeckId, UserId } from "@/lib/api/ids";
import type { Session } from "@/lib/collab/server/session";

/** Somebody connected, and when their right was looked up last. */
export interface Member {
  readonly deckId: DeckId;
  readonly userId: UserId;
  readonly sessionId: string | undefined;
  readonly session: Session;
  checkedMs: number;
  /** Who changed their right, as they are to be told, until it has been looked up. */
  changedBy: string | undefined;
  /** Counts the lookups: an answer that was overtaken by a newer one says nothing. */
  lookups: number;
}

/** Everybody connected to this process, by deck. */
export interface Members {
  readonly add: (member: Member) => void;
  readonly remove: (member: Member) => void;
  readonly of: (deckId: DeckId) => readonly Member[];
  readonly ofPerson: (userId: UserId) => readonly Member[];
  readonly countOf: (deckId: DeckId) => number;
  readonly all: () => readonly Member[];
  readonly count: () => number;
}

/** Begins with nobody. */
export function createMembers(): Members {
  const members = new Set<Member>();
  const byDeck = new Map<DeckId, Set<Member>>();
  return {
    add: (member) => {
      members.add(member);
      const ofDeck = byDeck.get(member.deckId) ?? new Set();
      byDeck.set(member.deckId, ofDeck.add(member));
    },
    remove: (member) => {
      members.delete(member);
      const ofDeck = byDeck.get(member.deckId);
      ofDeck?.delete(member);
      if (ofDeck?.size === 0) byDeck.delete(member.deckId);
    },
    of: (deckId) => [...(byDeck.get(deckId) ?? [])],
    ofPerson: (userId) => [...members].filter((member) => member.userId === userId),
    countOf: (deckId) => byDeck.get(deckId)?.size ?? 0,
    all: () => [...members],
    count: () => members.size,
  };
}
