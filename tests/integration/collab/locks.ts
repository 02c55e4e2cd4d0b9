import { onTestFinished } from "vitest";
import type { DeckId } from "@/lib/api/ids";
import type { CollabHouse } from "@/tests/integration/collab/house";
import { holdLock } from "@/tests/support/held-lock";

/**
 * Nobody writes into the deck's log until the returned function is called, or the test is over: as where somebody died, or
 * stands still, in the middle of a commit.
 */
export function lockDeck(house: CollabHouse, deckId: DeckId): Promise<() => Promise<void>> {
  return lock(house, "SELECT FROM collab_doc WHERE doc_id = $1 FOR UPDATE", [deckId]);
}

/** Nobody reads which decks there are, for as long. */
export function lockAllDecks(house: CollabHouse): Promise<() => Promise<void>> {
  return lock(house, "LOCK TABLE collab_doc IN ACCESS EXCLUSIVE MODE");
}

async function lock({ database }: CollabHouse, sql: string, values?: readonly unknown[]): Promise<() => Promise<void>> {
  const unlock = await holdLock(database.pool, sql, values);
  onTestFinished(unlock);
  return unlock;
}

/** The engine's connections that wait for a lock with a statement that has these words in it. */
export async function waitingWith({ database }: CollabHouse, words: string): Promise<readonly number[]> {
  const { rows } = await database.pool.query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'collab-under-test' AND wait_event_type = 'Lock' AND query LIKE $1`,
    [`%${words}%`],
  );
  return rows.map(({ pid }) => pid);
}
