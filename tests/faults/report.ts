import { writeFileSync } from "node:fs";
import type { Reporter, TestCase } from "vitest/node";
import { z } from "zod";

const testSchema = z.object({
  file: z.string(),
  name: z.string(),
  state: z.enum(["passed", "failed", "skipped", "pending"]),
  /** What it failed by. An assertion says what it expected; anything else is an accident. */
  errors: z.array(z.object({ isAssertion: z.boolean(), message: z.string() })),
});

/** What became of a run: its tests, and what went wrong beside them (files that can't be loaded, errors nobody caught). */
export const reportSchema = z.object({ tests: z.array(testSchema), accidents: z.array(z.string()) });
export type RunReport = Readonly<z.infer<typeof reportSchema>>;

/** Writes the report at the end of a run. */
export function createReporter(file: string): Reporter {
  return {
    onTestRunEnd: (modules, unhandled) => {
      const report: RunReport = {
        tests: modules.flatMap((module) => [...module.children.allTests()].map(readTest)),
        accidents: [...modules.flatMap((module) => module.errors()), ...unhandled].map(({ message }) => message),
      };
      writeFileSync(file, JSON.stringify(report));
    },
  };
}

function readTest(test: TestCase): RunReport["tests"][number] {
  const { state, errors = [] } = test.result();
  return {
    file: test.module.relativeModuleId,
    name: test.fullName,
    state,
    errors: errors.map((error) => ({ isAssertion: isAssertion(error), message: error.message })),
  };
}

interface Failure {
  readonly name?: string;
  readonly message: string;
  readonly cause?: Failure;
}

/** Also what a property was refuted by. What the console's guard says is none: it tells of an accident. */
function isAssertion({ name, message, cause }: Failure): boolean {
  if (name === "AssertionError") return !message.startsWith("console.");
  return cause !== undefined && isAssertion(cause);
}
