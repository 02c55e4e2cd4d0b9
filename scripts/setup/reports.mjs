import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { root } from "./root.mjs";

/** What Vitest's JSON report says: how many tests passed, and what failed, with its place and reason. */
export function readVitestReport({ numPassedTests, testResults }) {
  return { passed: numPassedTests, failures: testResults.flatMap(failuresOfFile) };
}

/** The same of Playwright's. A test that passed only when it was run again has failed. */
export function readPlaywrightReport({ stats, suites, errors }) {
  return {
    passed: stats.expected,
    failures: [...suites.flatMap((suite) => failuresOfSuite(suite, [])), ...errors.map(({ message }) => failure("browser tests", message))],
  };
}

/** The failures of a whole run as its last words: what came before them scrolled by long ago. */
export function tellFailures(failures) {
  return failures.map(({ where, why }) => `FAILED ${where}\n${why.replaceAll(/^(?=.)/gmu, "  ")}\n`).join("\n");
}

/** A failure; the first lines of its reason say enough, but for the runner's own frames: a diff may be as long as a deck. */
export function failure(where, why) {
  const all = stripVTControlCharacters(why).trim().split("\n");
  const lines = all.filter((line) => !/^\s+at .*(?:node_modules|node:internal|<anonymous>)/u.test(line));
  const shown = lines.slice(0, 12).map((line) => (line.length > 300 ? `${line.slice(0, 300)}…` : line));
  return { where, why: [...shown, ...(lines.length > shown.length ? ["…"] : [])].join("\n") };
}

function failuresOfFile({ name, status, message, assertionResults }) {
  const file = relative(root, name);
  const failed = assertionResults.filter((result) => result.status === "failed");
  if (status === "failed" && failed.length === 0) return [failure(file, message)];
  return failed.map(({ ancestorTitles, title, failureMessages }) =>
    failure([file, ...ancestorTitles, title].join(" › "), (failureMessages ?? []).join("\n")),
  );
}

function failuresOfSuite({ title, specs, suites = [] }, above) {
  const titles = [...above, title];
  const failed = specs.flatMap((spec) =>
    spec.tests
      .filter(({ status }) => status === "unexpected" || status === "flaky")
      .map(({ results }) =>
        failure([...titles, spec.title].join(" › "), results.flatMap((result) => result.errors.map(({ message }) => message)).join("\n")),
      ),
  );
  return [...failed, ...suites.flatMap((suite) => failuresOfSuite(suite, titles))];
}
