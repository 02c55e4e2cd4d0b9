import { statSync } from "node:fs";
import { inProject } from "./root.mjs";
import { runQuietly } from "./run.mjs";
import { step } from "./say.mjs";

/** Installs what package-lock.json names where node_modules is missing or older than the lock. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  await step("Installed the dependencies", () =>
    runQuietly("npm", ["ci"], { hint: "npm could not install the dependencies. Check the network, or your registry's settings, and start again." }),
  );
}

/** npm writes its own copy of the lock as the last thing of an installation. */
function isInstalled() {
  const written = statSync(inProject("node_modules/.package-lock.json"), { throwIfNoEntry: false });
  return written !== undefined && written.mtimeMs >= statSync(inProject("package-lock.json")).mtimeMs;
}
