import { execFile } from "node:child_process";
import { rmSync } from "node:fs";
import { promisify } from "node:util";
import { checkLintConfig } from "../lint/write-config.mjs";
import { prismaCommand } from "../prisma/prisma.mjs";
import { failure } from "./reports.mjs";
import { inProject, root } from "./root.mjs";
import { makeDatabase, openTestServer } from "./test-server.mjs";

const run = promisify(execFile);

/** Every check by name. A check throws where something is wrong; what it has to say is the error's output. */
export const checks = [
  { name: "format", run: () => runTool("oxfmt", ["--check", "."]) },
  { name: "lint", run: lint },
  { name: "types", run: checkTypes },
  { name: "unused code", run: () => runTool("knip", ["--no-progress"]) },
  { name: "migrations", run: compareMigrations },
];

/** Runs all checks, two at a time, as most keep one core busy; returns how many passed, and what failed, having said why. */
export async function runChecks() {
  const failures = [];
  const waiting = checks.values();
  const runRest = async () => {
    for (const check of waiting) failures.push(...(await runCheck(check)));
  };
  await Promise.all([runRest(), runRest()]);
  return { passed: checks.length - failures.length, failures };
}

async function runCheck({ name, run: check }) {
  const startedMs = performance.now();
  const trouble = await check().then(
    () => undefined,
    (error) => [error.stdout, error.stderr].filter(Boolean).join("\n").trim() || error.message,
  );
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  console.log(`${seconds.padStart(6)} s  ${trouble === undefined ? "ok    " : "FAILED"} ${name}`);
  if (trouble !== undefined) console.log(`\n${trouble}\n`);
  return trouble === undefined ? [] : [failure(name, trouble)];
}

function runTool(name, args) {
  return run(process.execPath, [inProject("node_modules", name, toolEntry[name]), ...args], { cwd: root, maxBuffer: 64 * 1024 * 1024 });
}

const toolEntry = { oxfmt: "bin/oxfmt", oxlint: "bin/oxlint", knip: "bin/knip.js", typescript: "bin/tsc", next: "dist/bin/next" };

async function lint() {
  checkLintConfig();
  await runTool("oxlint", ["--type-aware", "--deny-warnings"]);
}

/** Next writes the types of its routes itself; those of a development server would lie beside them. */
async function checkTypes() {
  rmSync(inProject(".next/dev/types"), { recursive: true, force: true });
  await runTool("next", ["typegen"]);
  await runTool("typescript", ["--noEmit"]);
}

/** The migrations, applied to an empty database, must give exactly the schema. */
async function compareMigrations() {
  const server = await openTestServer();
  try {
    const shadow = await makeDatabase(server.url, "shadow");
    try {
      const { command, args, env } = prismaCommand(
        ["migrate", "diff", "--from-migrations", "prisma/migrations", "--to-schema", "prisma/schema.prisma", "--exit-code"],
        { databaseUrl: server.url },
      );
      await run(command, args, { cwd: root, env: { ...process.env, ...env, SHADOW_DATABASE_URL: shadow.url } });
    } finally {
      await shadow.drop();
    }
  } finally {
    await server.stop();
  }
}
