import type { Plant } from "@/tests/faults/plant";

const server = "lib/collab/server";
const unit = "tests/unit/collab/server";
const integration = "tests/integration/collab";

/** What one connection sends keeps neither a process nor its memory from others. */
export const inboundPlants: readonly Plant[] = [
  {
    invariant: "I14",
    name: "how long a connection keeps the process is not counted",
    file: `${server}/inbound-pace.ts`,
    find: "countWork: (ms) => workMs.spend(ms),",
    replace: "countWork: () => undefined,",
    testFile: `${unit}/inbound-pace.test.ts`,
    testName: "[I14] who keeps the process busy with little is not read from until that is made up for",
  },
  {
    invariant: "I14",
    name: "what a flood brings is worked off before anybody else has a turn",
    file: `${server}/turns.ts`,
    find: "if (!isResting && spentMs < turnMs && queue.isEmpty()) return doWork(work, onWorked);",
    replace: "return doWork(work, onWorked);",
    testFile: `${unit}/turns.test.ts`,
    testName: "[I14] a flood takes so much of a turn and no more, and goes on in the next, in order",
  },
  {
    invariant: "I14",
    name: "who owes time of a processor is not read from, but what was read is worked off",
    file: `${server}/inbound.ts`,
    find: "lane.rest(!hasBegun || !pace.mayWork());",
    replace: "lane.rest(!hasBegun);",
    testFile: `${unit}/inbound.test.ts`,
    testName: "[I14] who owes time of a processor has no turns until that is made up for, and others have theirs",
  },
  {
    invariant: "I14",
    name: "a connection that has not begun is handed what it sends",
    file: `${server}/inbound.ts`,
    find: "lane.rest(!hasBegun || !pace.mayWork());",
    replace: "lane.rest(!pace.mayWork());",
    testFile: `${unit}/inbound.test.ts`,
    testName: "[I14] what comes before a connection has begun waits, and has its turns then, in order",
  },
  {
    invariant: "I14",
    name: "however many frames wait, more is read",
    file: `${server}/inbound.ts`,
    find: "waiting.frames <= maxWaiting.frames && ",
    replace: "",
    testFile: `${unit}/inbound.test.ts`,
    testName: "[I14] where a thousand frames wait no more is read until all are handled",
  },
  {
    invariant: "I14",
    name: "however much waits in a few frames, more is read",
    file: `${server}/inbound.ts`,
    find: " && waiting.bytes <= maxWaiting.bytes",
    replace: "",
    testFile: `${unit}/inbound.test.ts`,
    testName: "[I14] where a few large frames wait it is the same",
  },
  {
    invariant: "I14",
    name: "frames with nothing in them cost nothing",
    file: `${server}/inbound-pace.ts`,
    find: "bytes.spend(count + bytesOfFrame)",
    replace: "bytes.spend(count)",
    testFile: `${unit}/inbound-pace.test.ts`,
    testName: "[I14] frames with nothing in them count, too",
  },
  {
    invariant: "I14",
    name: "what somebody sends who was sent away is kept for them",
    file: `${server}/inbound.ts`,
    find: "if (isDismissed) return;",
    replace: "",
    testFile: `${unit}/inbound.test.ts`,
    testName: "[I14] of who was sent away nothing is kept, and the end waits for nothing",
  },
  {
    invariant: "I14",
    name: "who was refused is read from until they are cut off",
    file: `${server}/attach.ts`,
    find: "if (wire.bytesRead - before > maxBytesAfterClose) pause();",
    replace: "",
    testFile: `${unit}/attach.test.ts`,
    testName: "[I14] of who was refused nothing is kept and next to nothing is read, and they are told why",
  },
  {
    invariant: "I14",
    name: "one person takes all the places of a deck",
    file: `${server}/doorkeeper.ts`,
    find: "own.length >= tuning.maxConnectionsPerPerson",
    replace: "own.length < 0",
    testFile: `${integration}/budget.test.ts`,
    testName: "[I14] nobody has a deck open in more than 24 places at once, and whoever else comes gets in",
  },
];
