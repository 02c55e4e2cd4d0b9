import type { Identity } from "@/lib/collab/server/awareness-table";

/** Whose network comes back is connected again within this time, however long that of others stays away. */
const recentMs = 15_000;

/**
 * Those whose connection broke off a moment ago. One cut often breaks those of several, and who of them is back first
 * was not there to be told of the others, who would look as if they had left.
 */
export interface LostPeople {
  readonly note: (user: Identity) => void;
  /** They are back. */
  readonly forget: (userId: string) => void;
  readonly recent: () => readonly Identity[];
}

/** Begins with nobody; those who stay away are forgotten after a while. */
export function createLostPeople(): LostPeople {
  const lost = new Map<string, { readonly user: Identity; readonly sinceMs: number }>();
  return {
    note: (user) => {
      lost.set(user.id, { user, sinceMs: performance.now() });
    },
    forget: (userId) => {
      lost.delete(userId);
    },
    recent: () => {
      const earliestMs = performance.now() - recentMs;
      for (const [userId, { sinceMs }] of lost) if (sinceMs < earliestMs) lost.delete(userId);
      return [...lost.values()].map(({ user }) => user);
    },
  };
}
