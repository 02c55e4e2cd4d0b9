import { spawn } from "node:child_process";
import { root } from "./root.mjs";
import { SetupError } from "./say.mjs";

/**
 * Runs a program quietly; its output is shown only where it fails. Returns what it wrote. Throws a SetupError that
 * ends with `hint`.
 */
export async function runQuietly(command, args, { hint, env = {} }) {
  const { code, output } = await collect(command, args, env);
  if (code === 0) return output;
  throw new SetupError(`${output.trim()}\n\n${hint}`);
}

/** Runs a program whose output belongs to the person at the terminal, and keeps a copy. Ends with the program's exit code. */
export function runLoudly(command, args, { env = {} } = {}) {
  return collect(command, args, env, (chunk) => process.stdout.write(chunk));
}

function collect(command, args, env, onChunk = () => undefined) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    });
    const chunks = [];
    const take = (chunk) => {
      chunks.push(chunk);
      onChunk(chunk);
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ code: signal ? 1 : code, output: Buffer.concat(chunks).toString("utf8") }));
  });
}
