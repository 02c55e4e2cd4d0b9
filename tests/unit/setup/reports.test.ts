import { describe, expect, test } from "vitest";
import { failure, readPlaywrightReport, readVitestReport, tellFailures } from "@/scripts/setup/reports.mjs";
import { inProject } from "@/scripts/setup/root.mjs";

describe("The report of the unit and integration tests", () => {
  const file = (status: string, assertionResults: readonly object[], message = "") => ({
    name: inProject("tests/unit/a.test.ts"),
    status,
    message,
    assertionResults,
  });
  const passed = { status: "passed", ancestorTitles: [], title: "holds", failureMessages: [] };

  test("names a failed test by its file and titles, with its reason", () => {
    const failed = { status: "failed", ancestorTitles: ["A deck"], title: "opens", failureMessages: ["Error: it did not"] };
    expect(readVitestReport({ numPassedTests: 1, testResults: [file("failed", [passed, failed])] })).toEqual({
      passed: 1,
      failures: [{ where: "tests/unit/a.test.ts › A deck › opens", why: "Error: it did not" }],
    });
  });

  test("names a file that failed without a failed test", () => {
    const { failures } = readVitestReport({ numPassedTests: 1, testResults: [file("failed", [passed], "SyntaxError")] });
    expect(failures).toEqual([{ where: "tests/unit/a.test.ts", why: "SyntaxError" }]);
  });
});

describe("The report of the browser tests", () => {
  const spec = (status: string, messages: readonly string[]) => ({
    title: "opens",
    tests: [{ status, results: messages.map((message) => ({ errors: [{ message }] })) }],
  });
  const report = (specs: readonly object[], errors: readonly object[] = []) => ({
    stats: { expected: 3 },
    suites: [{ title: "a.spec.ts", specs: [], suites: [{ title: "A deck", specs }] }],
    errors,
  });

  test.each(["unexpected", "flaky"])("names a test whose end was %s, with every reason", (status) => {
    expect(readPlaywrightReport(report([spec("expected", []), spec("skipped", []), spec(status, ["one", "two"])]))).toEqual({
      passed: 3,
      failures: [{ where: "a.spec.ts › A deck › opens", why: "one\ntwo" }],
    });
  });

  test("names an error outside of tests", () => {
    expect(readPlaywrightReport(report([], [{ message: "no browser" }])).failures).toEqual([{ where: "browser tests", why: "no browser" }]);
  });
});

describe("A reason", () => {
  test("is told without colours, indented under its place", () => {
    expect(tellFailures([failure("a.test.ts", "\u001B[31mred\u001B[39m\n\nsecond")])).toBe("FAILED a.test.ts\n  red\n\n  second\n");
  });

  test("leaves out the frames of the runner", () => {
    const stack = "Error: no\n    at a.test.ts:1:2\n    at run (node_modules/runner.js:3:4)\n    at new Promise (<anonymous>)";
    expect(failure("a.test.ts", stack).why).toBe("Error: no\n    at a.test.ts:1:2");
  });

  test("is cut where it is long, which shows", () => {
    const { why } = failure("a.test.ts", `${"x".repeat(400)}\n${"line\n".repeat(40)}`);
    const lines = why.split("\n");
    expect(lines).toHaveLength(13);
    expect(lines[0]).toBe(`${"x".repeat(300)}…`);
    expect(lines.at(-1)).toBe("…");
  });
});
