import path from "node:path";
import { pathToFileURL } from "node:url";
import { bundleForNode } from "./bundle-for-node.mjs";
import { inProject } from "./root.mjs";

/** Bundles a module of the project's into build/ and loads it; fast enough to be done every time, so it is never stale. */
export async function loadBundled(entryPoint) {
  const outfile = `build/${path.basename(entryPoint, ".ts")}.mjs`;
  await bundleForNode(entryPoint, outfile);
  return import(pathToFileURL(inProject(outfile)).href);
}
