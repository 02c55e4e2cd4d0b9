/** Frames take so long of one turn of the event loop; what came besides waits for the next one. */
const turnMs = 10;
/** Asking what a processor was taken costs more than many a frame: below this the clock is near enough. */
const askedFromMs = 2;

/** The frames of one connection, worked off in the order in which they came. */
export interface Lane {
  /** Does it now, or in a later turn where this one is used up. It must not throw. */
  readonly run: (work: () => void) => void;
  /** While it rests it has no turns: what is there and what comes waits. */
  readonly rest: (isResting: boolean) => void;
  /** Forgets what waits. */
  readonly clear: () => void;
}

/** Shares the turns of a process among connections: who floods it keeps itself waiting first. */
export interface Turns {
  /** `onWorked` hears how many milliseconds of a processor each piece of work took: waiting for one is nobody's fault. */
  readonly openLane: (onWorked: (ms: number) => void) => Lane;
}

/** For all connections of a process. */
export function createTurns(): Turns {
  /** Those with work, in the order in which they are served: one piece each, then the next one. */
  const waiting = new Set<Queue>();
  let spentMs = 0;
  let next: NodeJS.Immediate | undefined;
  let cpuBefore = process.cpuUsage();

  function doWork(work: () => void, onWorked: (ms: number) => void): void {
    const fromMs = performance.now();
    work();
    const ms = performance.now() - fromMs;
    spentMs += ms;
    next ??= setImmediate(beginTurn);
    onWorked(ms < askedFromMs ? ms : Math.min(ms, takenMs()));
  }

  /** Since this was asked last, at the end of the turn before this one at the latest. */
  function takenMs(): number {
    const before = cpuBefore;
    cpuBefore = process.cpuUsage();
    return (cpuBefore.user - before.user + cpuBefore.system - before.system) / 1000;
  }

  function beginTurn(): void {
    next = undefined;
    spentMs = 0;
    // Here, while nobody waits for an answer, and not before every frame.
    cpuBefore = process.cpuUsage();
    for (const queue of waiting) {
      if (spentMs >= turnMs) break;
      waiting.delete(queue);
      const work = queue.take();
      if (!queue.isEmpty()) waiting.add(queue);
      if (work !== undefined) doWork(work, queue.onWorked);
    }
  }

  return {
    openLane: (onWorked) => {
      const queue = createQueue(onWorked);
      let isResting = false;
      return {
        run: (work) => {
          if (!isResting && spentMs < turnMs && queue.isEmpty()) return doWork(work, onWorked);
          queue.add(work);
          if (!isResting) waiting.add(queue);
        },
        rest: (rests) => {
          isResting = rests;
          if (isResting || queue.isEmpty()) return void waiting.delete(queue);
          waiting.add(queue);
          next ??= setImmediate(beginTurn);
        },
        clear: () => {
          queue.clear();
          waiting.delete(queue);
        },
      };
    },
  };
}

interface Queue {
  readonly onWorked: (ms: number) => void;
  readonly add: (work: () => void) => void;
  readonly take: () => (() => void) | undefined;
  readonly isEmpty: () => boolean;
  readonly clear: () => void;
}

/** First in, first out. A flood is long: what was taken is not moved up for each. */
function createQueue(onWorked: (ms: number) => void): Queue {
  let works: (() => void)[] = [];
  let taken = 0;
  const clear = () => {
    [works, taken] = [[], 0];
  };
  return {
    onWorked,
    add: (work) => works.push(work),
    take: () => {
      const work = works[taken++];
      if (taken >= works.length) clear();
      return work;
    },
    isEmpty: () => works.length === 0,
    clear,
  };
}
