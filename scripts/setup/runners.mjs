import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { inProject } from "./root.mjs";
import { runLoudly } from "./run.mjs";

const reports = inProject("test-results");

/** Runs unit and integration tests; returns how many passed and failed, as the runner itself counted. */
export function runVitest({ databaseUrl, args = [] }) {
  const report = reportFile("vitest.json");
  return countRun(
    () =>
      runLoudly(
        process.execPath,
        [inProject("node_modules/vitest/vitest.mjs"), "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...args],
        {
          env: { DATABASE_URL: databaseUrl, NODE_ENV: "test" },
        },
      ),
    () => {
      const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, "utf8"));
      const brokenFiles = testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length;
      return { passed: numPassedTests, failed: numFailedTests + brokenFiles };
    },
  );
}

/** Runs the browser tests against a product that serves; returns how many passed and failed. */
export function runPlaywright({ url, args = [] }) {
  const report = reportFile("playwright.json");
  return countRun(
    () =>
      runLoudly(process.execPath, [inProject("node_modules/@playwright/test/cli.js"), "test", ...args], {
        env: { BASE_URL: url, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
      }),
    () => {
      const { stats, errors } = JSON.parse(readFileSync(report, "utf8"));
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
    },
  );
}

function reportFile(name) {
  mkdirSync(reports, { recursive: true });
  const file = inProject("test-results", name);
  rmSync(file, { force: true });
  return file;
}

/** A runner that fails without a failed test (a crash, an error outside of tests) counts as one failure. */
async function countRun(run, read) {
  const { code } = await run();
  let counts;
  try {
    counts = read();
  } catch (error) {
    console.error(`The runner left no report: ${error.message}`);
    return { passed: 0, failed: 1 };
  }
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
