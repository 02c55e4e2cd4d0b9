// `npm run chaos [-- NAME] [--seed N] [--seconds N]`: does real faults to real processes while people write, and shows
// that whatever a label called Saved is in the database afterwards.
import { parseArgs } from "node:util";
import { loadEnvFile } from "./setup/environment.mjs";
import { ensureInstalled } from "./setup/install.mjs";
import { checkNodeVersion } from "./setup/node-version.mjs";
import { runLauncher, SetupError } from "./setup/say.mjs";

/** So long, and no fault is begun any more. */
const defaultSeconds = 600;

await runLauncher(async () => {
  checkNodeVersion();
  loadEnvFile();
  const { seed, seconds, only } = readArguments();
  await ensureInstalled();
  const { ensureClient } = await import("./prisma/generate-client.mjs");
  await ensureClient();
  const { ensureAssets } = await import("./setup/product.mjs");
  await ensureAssets();
  const { runLoudly } = await import("./setup/run.mjs");
  const { code } = await runLoudly(process.execPath, ["--import", "tsx", "tests/chaos/run.ts"], {
    env: { CHAOS_SEED: `${seed}`, CHAOS_SECONDS: `${seconds}`, ...(only === undefined ? {} : { CHAOS_ONLY: only }) },
  });
  process.exitCode = code;
});

function readArguments() {
  const { values, positionals } = parseArgs({
    options: { seed: { type: "string" }, seconds: { type: "string" } },
    allowPositionals: true,
  });
  return {
    seed: readNumber("seed", values.seed) ?? Math.floor(Math.random() * 1_000_000),
    seconds: readNumber("seconds", values.seconds) ?? defaultSeconds,
    only: positionals.length === 0 ? undefined : positionals.join(" "),
  };
}

function readNumber(name, given) {
  if (given === undefined) return undefined;
  const number = Number(given);
  if (Number.isInteger(number) && number >= 0) return number;
  throw new SetupError(`--${name} takes a whole number, and "${given}" is none.`);
}
