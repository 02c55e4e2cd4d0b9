import { execFile } from "node:child_process";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { inProject } from "@/scripts/setup/root.mjs";

interface Ended {
  readonly code: number | string | null | undefined;
  readonly output: string;
}

/** Runs a program that says "stored" when it is ended in order; returns how it ended. */
async function run(program: string): Promise<Ended> {
  const start = `import { endInOrder } from ${JSON.stringify(pathToFileURL(inProject("scripts/setup/end-in-order.mjs")).href)};
    setInterval(() => undefined, 1_000);
    // Others may listen too, as Next does, and take it for handled.
    for (const event of ["uncaughtException", "unhandledRejection"]) process.on(event, () => undefined);
    endInOrder(async () => console.log("stored"));`;
  return new Promise((resolve) => {
    execFile(process.execPath, ["--input-type=module", "--eval", `${start}\n${program}`], (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : error.code, output: stdout + stderr }),
    );
  });
}

test.each([
  ["an error that nobody caught", `setTimeout(() => { throw new Error("a bug"); });`],
  ["a promise that nobody waited for", `void Promise.reject(new Error("a bug"));`],
])("%s is told, and ends the process in order with exit code 1", async (_what, program) => {
  const { code, output } = await run(program);
  expect(code).toBe(1);
  expect(output).toContain("Error: a bug");
  expect(output).toContain("stored");
});

test("a second error doesn't cut the end short", async () => {
  const { code, output } = await run(`setTimeout(() => { setTimeout(() => { throw new Error("another bug"); }); throw new Error("a bug"); });`);
  expect(code).toBe(1);
  expect(output.match(/stored/gu)).toHaveLength(1);
});

test("whoever is asked to end has exit code 0", async () => {
  const { code, output } = await run(`process.kill(process.pid, "SIGTERM");`);
  expect(code).toBe(0);
  expect(output).toContain("stored");
});
