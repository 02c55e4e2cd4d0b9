/** Frames take so long of one turn of the event loop; what came besides waits for the next one. */
const turnMs = 10;

/** The frames of one connection, worked off in the order in which they came. */
export interface Lane {
  /** Does it now, or in a later turn where this one is used up. It must not throw. */
  readonly run: (work: () => void) => void;
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

  function doWork(work: () => void, onWorked: (ms: number) => void): void {
    const [fromMs, fromCpu] = [performance.now(), process.cpuUsage()];
    work();
    spentMs += performance.now() - fromMs;
    const { user, system } = process.cpuUsage(fromCpu);
    next ??= setImmediate(beginTurn);
    onWorked((user + system) / 1000);
  }

  function beginTurn(): void {
    next = undefined;
    spentMs = 0;
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
      return {
        run: (work) => {
          if (spentMs < turnMs && queue.isEmpty()) return doWork(work, onWorked);
          queue.add(work);
          waiting.add(queue);
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
}

/** First in, first out. A flood is long: what was taken is not moved up for each. */
function createQueue(onWorked: (ms: number) => void): Queue {
  let works: (() => void)[] = [];
  let taken = 0;
  return {
    onWorked,
    add: (work) => works.push(work),
    take: () => {
      const work = works[taken++];
      if (taken >= works.length) [works, taken] = [[], 0];
      return work;
    },
    isEmpty: () => works.length === 0,
  };
}
