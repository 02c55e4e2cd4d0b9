import path from "node:path";
import { pathToFileURL } from "node:url";
import { inProject } from "./root.mjs";

/** Bundles a module of the project's into build/ and loads it; fast enough to be done every time, so it is never stale. */
export async function loadBundled(entryPoint) {
  const { build } = await import("esbuild");
  const outfile = inProject("build", `${path.basename(entryPoint, ".ts")}.mjs`);
  await build({
    entryPoints: [inProject(entryPoint)],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "warning",
    absWorkingDir: inProject(),
  });
  return import(pathToFileURL(outfile).href);
}
