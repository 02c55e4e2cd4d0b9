import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { Plant } from "@/tests/faults/plant";
import { invariants, plants, untested } from "@/tests/faults/plants";
import { reportSchema, type RunReport } from "@/tests/faults/report";

// Called by scripts/faults.mjs, which has a Postgres for the tests: DATABASE_URL says where.

const env = z.object({ DATABASE_URL: z.string(), FAULTS_OF: z.string().optional() }).parse(process.env);
const reportFile = path.resolve("test-results", "faults.json");
/** A run that takes longer hangs. */
const patienceMs = 300_000;

const isMeant = (invariant: string) => env.FAULTS_OF === undefined || env.FAULTS_OF === invariant;
const chosen = plants.filter(({ invariant }) => isMeant(invariant));

await main();

async function main(): Promise<void> {
  const sound = await run(chosen, {});
  const broken = sound === undefined ? ["the run left no report"] : [...sound.accidents, ...chosen.flatMap((plant) => complaintsAbout(plant, sound))];
  if (broken.length > 0) {
    console.error(`Without a fault the tests are not green:\n${[...new Set(broken)].join("\n")}`);
    process.exitCode = 1;
    return;
  }
  const [leftOut, tested] = [chosen.filter((plant) => isLeftOut(plant, sound)), chosen.filter((plant) => !isLeftOut(plant, sound))];
  console.log(`Without a fault all ${new Set(tested.map(({ testName }) => testName)).size} tests are green.`);
  const rows: (readonly string[])[] = [];
  let missed = 0;
  for (const { invariant, name, testName } of leftOut) rows.push([invariant, name, testName, "left out: the test needs what is not here"]);
  for (const plant of tested) {
    const verdict = judge(plant, await run([plant], { FAULT: plant.name }));
    if (verdict !== "red") missed++;
    console.log(`${verdict.padEnd(5)}  ${plant.invariant}  ${plant.name}`);
    rows.push([plant.invariant, plant.name, plant.testName, verdict]);
  }
  for (const [invariant, why] of Object.entries(untested)) if (isMeant(invariant)) rows.push([invariant, "-", `no test yet: ${why}`, "-"]);
  printTable([["", "fault", "test", "with it"], ...inOrder(rows)]);
  console.log(`\n${tested.length} faults, ${missed === 0 ? "each turns its test red" : `${missed} not noticed`}`);
  process.exitCode = missed === 0 ? 0 : 1;
}

/** Runs the tests of these plants and nothing else; undefined where the runner left no report. */
async function run(of: readonly Plant[], fault: { readonly FAULT?: string }): Promise<RunReport | undefined> {
  mkdirSync(path.dirname(reportFile), { recursive: true });
  rmSync(reportFile, { force: true });
  const names = [...new Set(of.map(({ testName }) => testName.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)))].join("|");
  const files = new Set(of.map(({ testFile }) => testFile));
  const args = ["node_modules/vitest/vitest.mjs", "run", "--config", "tests/faults/vitest.config.ts", "--testNamePattern", names, ...files];
  const options = { env: { ...process.env, ...fault, NODE_ENV: "test" as const, FAULTS_REPORT: reportFile }, timeout: patienceMs };
  const output = await new Promise<string>((resolve) => {
    execFile(process.execPath, args, options, (_error, stdout, stderr) => resolve(stdout + stderr));
  });
  try {
    return reportSchema.parse(JSON.parse(readFileSync(reportFile, "utf8")));
  } catch (error) {
    console.error(error, output);
    return undefined;
  }
}

/** `red` where the test failed by what it expects, and by nothing else. */
function judge(plant: Plant, report: RunReport | undefined): string {
  if (report === undefined) return "no report";
  const test = testOf(plant, report);
  if (test?.state === "passed") return "GREEN";
  const [accident] = report.accidents;
  if (accident !== undefined) return `an accident: ${firstLine(accident)}`;
  if (test?.state !== "failed") return "the test did not run";
  const other = test.errors.find(({ isAssertion }) => !isAssertion);
  return other === undefined ? "red" : `no assertion: ${firstLine(other.message)}`;
}

function complaintsAbout(plant: Plant, report: RunReport): readonly string[] {
  const test = testOf(plant, report);
  return test?.state === "passed" || isLeftOut(plant, report) ? [] : [`${plant.testName}: ${test?.errors[0]?.message ?? "did not run"}`];
}

/** Its test leaves itself out, as where there is no Redis. */
function isLeftOut(plant: Plant, report: RunReport | undefined): boolean {
  return report !== undefined && testOf(plant, report)?.state === "skipped";
}

function testOf({ testFile, testName }: Plant, { tests }: RunReport): RunReport["tests"][number] | undefined {
  return tests.find(({ file, name }) => file === testFile && name === testName);
}

function firstLine(text: string): string {
  return text.split("\n")[0] ?? "";
}

function inOrder(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const places = new Map<string, number>(invariants.map((invariant, index) => [invariant, index]));
  return rows.toSorted((one, other) => (places.get(one[0] ?? "") ?? 0) - (places.get(other[0] ?? "") ?? 0));
}

function printTable(rows: readonly (readonly string[])[]): void {
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  console.log("");
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    );
}
