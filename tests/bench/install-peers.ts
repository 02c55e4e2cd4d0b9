import { spawn } from "node:child_process";
import { existsSync } from "node:fs";

/** Installs a folder of packages that the bench compares with, where one of them is not there yet; false where they can't be had. */
export async function installPeers(folder: string, { probe }: { readonly probe: string }): Promise<boolean> {
  if (existsSync(`${folder}/node_modules/${probe}`)) return true;
  console.log(`  Installing what the bench compares with (${folder}/package.json) …`);
  // By the lock, as `npm ci` would: that refuses a lock over an optional package for another system that can't be had.
  const { code } = await run("npm", ["install", "--no-save", "--ignore-scripts", "--no-fund", "--no-audit"], { cwd: folder });
  return code === 0;
}

/** Runs a program and keeps what it writes. */
export async function run(
  command: string,
  args: readonly string[],
  { cwd, input = "" }: { readonly cwd: string; readonly input?: string | Uint8Array },
): Promise<{ readonly code: number; readonly output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, stdio: ["pipe", "pipe", "ignore"] });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (part: string) => (output += part));
    child.on("error", () => resolve({ code: 1, output: "" }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
    child.stdin.end(input);
  });
}
