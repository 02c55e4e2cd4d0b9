import path from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/** npm runs a script in the project's folder; the names that it is given are meant from where it was called. */
export function goWhereCalled(script) {
  if (process.env.npm_lifecycle_event === script && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
}

export function inProject(...segments) {
  return path.join(root, ...segments);
}
