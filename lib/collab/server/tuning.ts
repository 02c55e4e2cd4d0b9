import { getHeapStatistics } from "node:v8";

/** Paces and budgets of the engine. The product runs with the defaults; tests and fault runs turn them. */
export interface Tuning {
  /** Tabs and devices in which one person has a deck open; what a connection may take of a server is its own. */
  readonly maxConnectionsPerPerson: number;
  /** How long a room nobody is in stays in memory. */
  readonly idleMs: number;
  /**
   * How long a room that is put away stands in the way of the next once all of it is stored: what follows from its text, a
   * snapshot or a new generation may hang in the database. Less than anybody waits there.
   */
  readonly tidyMs: number;
  /** How long somebody waits at a room that is being put away before being sent to try again. */
  readonly entryPatienceMs: number;
  /** A log with more rows or bytes than these is made a snapshot of, once those who write pause (compaction.ts). */
  readonly compactRows: number;
  readonly compactBytes: number;
  /** Everybody's rights are looked up again this often: they may be withdrawn behind our back (an expired link). */
  readonly recheckRolesMs: number;
  /** How often connections are kept alive, and slow ones noticed. */
  readonly beatMs: number;
  /** How often open rooms are compared with their logs, with a bus and without one. */
  readonly compareMs: number;
  readonly compareAloneMs: number;
  /** How often processes tell each other who is in a deck; who isn't spoken of for three times as long is gone. */
  readonly presenceMs: number;
  /** Derived data follows so long after the last change, and so long after the first; later where it takes long (settle.ts). */
  readonly settleQuietMs: number;
  readonly settleMaxMs: number;
  /** A client that was asked for all it has answers within this time. */
  readonly resyncGraceMs: number;
  /** Beyond so much unstored text of one deck, or of all in this process, writers are held back. */
  readonly maxPendingBytes: number;
  readonly maxPendingBytesOfAll: number;
  /** Working in what somebody sent takes no longer: who sends worse is refused it. */
  readonly maxWriteMs: number;
  /** A whole document with its history of deletions, as one update. Beyond that it gets a new generation. */
  readonly maxStateBytes: number;
  /**
   * What rooms may take of this process's memory. Before they take more those nobody is in go, then nobody new is let in,
   * and who is in those that have grown most is sent to try again (memory-budget.ts).
   */
  readonly memoryBytes: number;
  /** On stopping, connections are sent away spread over so long at most, so that they don't all come back at once. */
  readonly goodbyeMs: number;
}

export const defaultTuning: Tuning = {
  maxConnectionsPerPerson: 24,
  idleMs: 30_000,
  tidyMs: 10_000,
  entryPatienceMs: 15_000,
  compactRows: 500,
  compactBytes: 256 * 1024,
  recheckRolesMs: 60_000,
  beatMs: 5_000,
  compareMs: 5_000,
  compareAloneMs: 400,
  presenceMs: 10_000,
  settleQuietMs: 1_000,
  settleMaxMs: 5_000,
  resyncGraceMs: 10_000,
  maxPendingBytes: 4 * 1024 * 1024,
  maxPendingBytesOfAll: 64 * 1024 * 1024,
  maxWriteMs: 1_000,
  maxStateBytes: 16 * 1024 * 1024,
  memoryBytes: getHeapStatistics().heap_size_limit / 2,
  goodbyeMs: 5_000,
};
