import type { Plant } from "@/tests/faults/plant";

/** An audience ends where the talk is. */
export const audiencePlants: readonly Plant[] = [
  {
    invariant: "I19",
    name: "what one process shows is told to no other",
    file: "lib/audience/audience.ts",
    find: "for (const topic of topics.values()) if (told.has(topic.deckId)) topic.look();",
    replace: "",
    testFile: "tests/unit/audience/audience.test.ts",
    testName: "[I19] in every process every viewer ends on the latest state",
  },
  {
    invariant: "I19",
    name: "nobody looks without a hint",
    file: "lib/audience/audience.ts",
    find: "for (const topic of topics.values()) topic.look();",
    replace: "",
    testFile: "tests/unit/audience/audience.test.ts",
    testName: "[I19] every viewer ends on the latest state though the bus loses all that it carries",
  },
  {
    invariant: "I19",
    name: "an older reading is shown after a newer one",
    file: "lib/audience/topic.ts",
    find: "if (found.talkId !== null && found.talkId === talkId && found.live.rev < live.rev) continue;",
    replace: "",
    testFile: "tests/unit/audience/audience.test.ts",
    testName: "[I19] within a talk rev never goes back, and another talk begins anew",
  },
  {
    invariant: "I19",
    name: "whoever doesn't read gets every state kept",
    file: "lib/audience/sink.ts",
    find: "if (isFull) waiting = frame;\n    else isFull = !res.write(frame);",
    replace: "isFull = !res.write(frame);",
    testFile: "tests/unit/audience/sink.test.ts",
    testName: "[I19] a reader that stalls skips what is between, and gets the newest once it reads again",
  },
];
