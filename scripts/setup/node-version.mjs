import { SetupError } from "./say.mjs";

/** Throws where this Node is older than `engines` in package.json allows. */
export function checkNodeVersion(version = process.versions.node) {
  const [major, minor] = version.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new SetupError(`Lectern needs Node 20.19 or newer, and this is Node ${version}. Install a newer Node and start again.`);
}
