import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { z } from "zod";

/** Decks for the tools that read them. */
export interface PeerDecks {
  readonly marp: readonly string[];
  readonly slidev: readonly string[];
  readonly rounds: number;
}

const folder = "tests/bench";
const answerSchema = z.object({ marp: z.number(), slidev: z.number() });

/** Median milliseconds that other tools take; a sentence instead where their packages can't be had. */
export async function timePeers(decks: PeerDecks): Promise<z.output<typeof answerSchema> | string> {
  if (!existsSync(`${folder}/node_modules/@marp-team/marp-core`)) {
    console.log("  Installing what the bench compares with (tests/bench/package.json) …");
    const { code } = await run("npm", ["ci", "--ignore-scripts", "--no-fund", "--no-audit"], { cwd: folder });
    if (code !== 0) return "Marp core and Slidev's parser could not be installed (npm ci in tests/bench), so nothing is compared with them.";
  }
  const { code, output } = await run(process.execPath, ["peers.mjs"], { cwd: folder, input: JSON.stringify(decks) });
  return code === 0 ? answerSchema.parse(JSON.parse(output)) : "Marp core and Slidev's parser did not run here, so nothing is compared with them.";
}

async function run(
  command: string,
  args: readonly string[],
  { cwd, input = "" }: { readonly cwd: string; readonly input?: string },
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
