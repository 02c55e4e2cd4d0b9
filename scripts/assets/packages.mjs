/**
 * Packages that the editor loads late, as files of their own: Monaco, its worker, mermaid. They change with their
 * versions alone, and are four fifths of what the pages' bundler would read: it took 40 s of a build for what takes
 * three here, once.
 */
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { compressBuilt } from "../setup/compress-built.mjs";

const base = "/packages/";
/** What is bundled, and everything that changes it. */
const entries = {
  monaco: "components/editor/monaco/bundle.ts",
  worker: "components/editor/monaco/editor-worker.ts",
  mermaid: "lib/stage/diagrams/bundle.ts",
};
const sources = ["components/editor/monaco/features.ts", "scripts/assets/packages.mjs", "scripts/setup/compress-built.mjs", "package-lock.json"];

/**
 * Bundles the packages into build/packages where they changed; returns the module that says where they are. `removeOld`
 * is called with the folder and the names that count, after new ones came.
 */
export async function bundlePackages(root, { removeOld }) {
  const key = await keyOf(root);
  const folder = path.join(root, "build", "packages");
  await mkdir(folder, { recursive: true });
  const kept = path.join(folder, "addresses.json");
  const before = await readKept(kept);
  if (before?.key === key) return generated(before.addresses);
  // Made beside and moved: nobody is served half a file, and a build that was cut off is not taken for one that is done.
  const beside = `${folder}.${process.pid}`;
  try {
    await mkdir(beside, { recursive: true });
    const addresses = {};
    for (const name of Object.keys(entries)) Object.assign(addresses, await bundle(root, beside, name));
    await compressBuilt(beside);
    await writeFile(path.join(beside, "addresses.json"), JSON.stringify({ key, addresses }));
    const names = await readdir(beside);
    // The addresses last.
    for (const name of names.sort((a, b) => rank(a) - rank(b))) await rename(path.join(beside, name), path.join(folder, name));
    await removeOld(folder, new Set(names));
    return generated(addresses);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

const rank = (name) => (name.endsWith(".json") ? 1 : 0);

async function readKept(file) {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** One package with all it imports; what it loads late itself (grammars, kinds of diagrams) stays late. */
async function bundle(root, outdir, name) {
  const { build } = await import("esbuild");
  const { metafile } = await build({
    entryPoints: { [name]: path.join(root, entries[name]) },
    outdir,
    bundle: true,
    minify: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    entryNames: "[name].[hash]",
    chunkNames: `${name}-part.[hash]`,
    assetNames: "[name].[hash]",
    loader: { ".ttf": "file" },
    alias: { "@": root },
    absWorkingDir: root,
    metafile: true,
    legalComments: "none",
    logLevel: "warning",
  });
  const [[file, { cssBundle }]] = Object.entries(metafile.outputs).filter(([, { entryPoint }]) => entryPoint === entries[name]);
  const addressOf = (output) => base + path.basename(output);
  return { [`${name}Url`]: addressOf(file), ...(cssBundle ? { [`${name}StylesUrl`]: addressOf(cssBundle) } : {}) };
}

async function keyOf(root) {
  const hash = createHash("sha256");
  for (const name of [...Object.values(entries), ...sources]) hash.update(await readFile(path.join(root, name)));
  return hash.digest("hex");
}

function generated(addresses) {
  return [
    "// Written by scripts/assets/packages.mjs: where what it bundled is served.",
    ...Object.entries(addresses).map(([name, address]) => `export const ${name} = ${JSON.stringify(address)};`),
    "",
  ].join("\n");
}
