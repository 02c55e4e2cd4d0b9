import type { DeckId } from "@/lib/api/ids";
import type { Room } from "@/lib/collab/server/room";
import { runInBackground, type Log } from "@/lib/log";
import { withinPatience } from "@/lib/patience";

/** Of a room's life, what its place in memory hangs on. */
export interface BudgetedLife {
  readonly room: Pick<Room, "memoryBytes" | "grownBytes" | "measure">;
  readonly idleSinceMs: () => number | undefined;
  /** From then on it is not open any more. */
  readonly putAway: () => Promise<void>;
}

/** Something on its way out of memory. */
export interface GoingAway {
  readonly bytes: number;
  readonly done: Promise<void>;
}

export interface MemoryBudgetOptions<Life extends BudgetedLife> {
  readonly maxBytes: number;
  /** How long a deck waits for others to be gone before it is refused. */
  readonly patienceMs: number;
  readonly log: Log;
  readonly open: () => readonly Life[];
  readonly closing: () => readonly GoingAway[];
  /** Stores what was written in it, sends everybody in it to try again, and puts it away. */
  readonly sendOut: (life: Life) => Promise<void>;
}

/** What rooms take of this process's memory: when they are loaded, and as they grow. */
export interface MemoryBudget {
  /** Takes a place for a deck that is going to be so large; waits for those that make it. Throws where there is none. */
  readonly makeSpaceFor: (deckId: DeckId, bytes: number) => Promise<void>;
  /** It is there now and takes so much. Throws where there is no place for it. */
  readonly claim: (deckId: DeckId, bytes: number) => void;
  /** It is open, and counts by itself from now on, or it never will be. */
  readonly release: (deckId: DeckId) => void;
  /** A room grew; where they grow fast they are looked at before the next beat. */
  readonly noteGrowth: (bytes: number) => void;
  /**
   * Looks whether all rooms still have their place. Where they don't, those that nobody is in go, the one left longest
   * first, and then those that grew most since they were loaded: whoever fills the memory, not whoever was there before.
   */
  readonly look: () => void;
}

/** When rooms grew by this part of the budget, nobody waits for the next beat. */
const stepOfBudget = 1 / 16;
/** Measuring what grew keeps this process from everything else: what isn't measured by then counts as its upper bound. */
const maxMeasureMs = 50;

/** For the rooms of one process, of which none is open yet. */
export function createMemoryBudget<Life extends BudgetedLife>(options: MemoryBudgetOptions<Life>): MemoryBudget {
  const { maxBytes, patienceMs, log, open, closing, sendOut } = options;
  /** What decks that are being loaded take, or are going to: after a restart many are at once. */
  const expected = new Map<DeckId, number>();
  /** Open still, until what was written in them is stored. */
  const leaving = new Map<Life, GoingAway>();
  let grownBytes = 0;
  let nextLook: NodeJS.Immediate | undefined;

  const staying = () => open().filter((life) => !leaving.has(life));
  const neededBytes = () => sumOf(expected.values()) + sumOf(staying().map(({ room }) => room.memoryBytes()));
  const goingAway = () => [...closing(), ...open().flatMap((life) => leaving.get(life) ?? [])];

  function claim(deckId: DeckId, bytes: number): void {
    expected.delete(deckId);
    // One that is too large by itself is opened where it is the only one.
    const isOver = () => {
      const others = neededBytes();
      return others > 0 && others + bytes >= maxBytes;
    };
    putIdleAway(isOver);
    measureGrown(isOver);
    if (isOver()) throw new Error("no memory is left for another deck");
    expected.set(deckId, bytes);
  }

  async function makeSpaceFor(deckId: DeckId, bytes: number): Promise<void> {
    for (;;) {
      claim(deckId, bytes);
      const waiting = goingAway();
      if (waiting.length === 0 || neededBytes() + sumOf(waiting.map((its) => its.bytes)) < maxBytes) return;
      // However it went for them, their place is free then.
      await withinPatience(patienceMs, Promise.race(waiting.map(({ done }) => done.then(ignore, ignore))));
    }
  }

  function putIdleAway(isOver: () => boolean): void {
    const idle = staying().flatMap((life) => {
      const sinceMs = life.idleSinceMs();
      return sinceMs === undefined ? [] : [{ life, sinceMs }];
    });
    for (const { life } of idle.toSorted((one, other) => one.sinceMs - other.sinceMs)) {
      if (!isOver()) return;
      runInBackground(life.putAway(), log, "a room could not be put away");
    }
  }

  /** What was typed counts as many times its length until it is measured. */
  function measureGrown(isOver: () => boolean): void {
    const untilMs = performance.now() + maxMeasureMs;
    for (const { room } of byGrowth(staying())) {
      if (!isOver() || performance.now() >= untilMs) return;
      room.measure();
    }
  }

  function look(): void {
    grownBytes = 0;
    const isOver = () => neededBytes() >= maxBytes;
    putIdleAway(isOver);
    measureGrown(isOver);
    const grown = byGrowth(staying());
    for (const life of grown) {
      // The only one would be let in again at once.
      if (!isOver() || staying().length < 2) return;
      const done = sendOut(life).finally(() => leaving.delete(life));
      leaving.set(life, { bytes: life.room.memoryBytes(), done });
      runInBackground(done, log, "a deck that had grown too large for this process could not be put away");
    }
  }

  return {
    makeSpaceFor,
    claim,
    release: (deckId) => expected.delete(deckId),
    noteGrowth: (bytes) => {
      grownBytes += bytes;
      if (grownBytes < stepOfBudget * maxBytes || nextLook !== undefined) return;
      // Not in the middle of what makes it grow.
      nextLook = setImmediate(() => {
        nextLook = undefined;
        look();
      });
    },
    look,
  };
}

/** Those that grew since they were loaded, the most first. */
function byGrowth<Life extends BudgetedLife>(lives: readonly Life[]): readonly Life[] {
  return lives.filter(({ room }) => room.grownBytes() > 0).toSorted((one, other) => other.room.grownBytes() - one.room.grownBytes());
}

function sumOf(numbers: Iterable<number>): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}

function ignore(): void {
  // Who put it away says so where it failed.
}
