import { inProject } from "./root.mjs";

/** Bundles our own code for this process or another of Node; packages stay in node_modules. `more`: esbuild's options beside those. */
export async function bundleForNode(entryPoint, outfile, more = {}) {
  const { build } = await import("esbuild");
  await build({
    entryPoints: [inProject(entryPoint)],
    outfile: inProject(outfile),
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "warning",
    absWorkingDir: inProject(),
    ...more,
  });
}
