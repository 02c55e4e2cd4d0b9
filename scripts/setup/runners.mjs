import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { failure, readPlaywrightReport, readVitestReport } from "./reports.mjs";
import { inProject } from "./root.mjs";
import { runLoudly } from "./run.mjs";

const reports = inProject("test-results");

/** Runs unit and integration tests; returns how many passed, and what failed, as the runner itself reported. */
export function runVitest({ databaseUrl, args = [] }) {
  const report = reportFile("vitest.json");
  return countRun(
    "unit and integration tests",
    () =>
      runLoudly(
        process.execPath,
        [inProject("node_modules/vitest/vitest.mjs"), "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...args],
        {
          env: { DATABASE_URL: databaseUrl, NODE_ENV: "test" },
        },
      ),
    () => readVitestReport(JSON.parse(readFileSync(report, "utf8"))),
  );
}

/** Runs the browser tests against a product that serves; returns how many passed, and what failed. */
export function runPlaywright({ url, args = [] }) {
  const report = reportFile("playwright.json");
  return countRun(
    "browser tests",
    () =>
      runLoudly(process.execPath, [inProject("node_modules/@playwright/test/cli.js"), "test", ...args], {
        env: { BASE_URL: url, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
      }),
    () => readPlaywrightReport(JSON.parse(readFileSync(report, "utf8"))),
  );
}

function reportFile(name) {
  mkdirSync(reports, { recursive: true });
  const file = inProject("test-results", name);
  rmSync(file, { force: true });
  return file;
}

/** A runner that fails without a failed test (a crash, an error outside of tests) counts as one failure. */
async function countRun(name, run, read) {
  const { code } = await run();
  let counts;
  try {
    counts = read();
  } catch (error) {
    return { passed: 0, failures: [failure(name, `The runner left no report: ${error.message}`)] };
  }
  if (code === 0 || counts.failures.length > 0) return counts;
  return { ...counts, failures: [failure(name, `No test failed, but the runner ended with exit code ${code}: it says above why.`)] };
}
