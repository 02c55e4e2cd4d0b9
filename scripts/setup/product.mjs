import { existsSync } from "node:fs";
import { bundleForNode } from "./bundle-for-node.mjs";
import { inProject } from "./root.mjs";
import { runQuietly } from "./run.mjs";
import { step } from "./say.mjs";
import { createStamp } from "./stamp.mjs";

const sources = [
  "app",
  "components",
  "lib",
  "prisma/schema.prisma",
  "server.ts",
  "scripts/build-assets.mjs",
  "scripts/assets",
  "scripts/setup/product.mjs",
  "scripts/setup/bundle-for-node.mjs",
  "scripts/setup/compress-built.mjs",
  "instrumentation-client.ts",
  "next.config.js",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];
const generated = ["lib/db/generated", "lib/themes/generated.ts", "lib/stage/generated-math.ts", "lib/stage/generated-packages.ts"];

/** Builds pages, assets and server where the sources changed since they were built. */
export async function ensureProduct() {
  const stamp = createStamp(".next/lectern-stamp", { names: sources, except: generated });
  if (stamp.isFresh() && existsSync(inProject("build/server.mjs")) && existsSync(inProject("build/packages"))) return;
  await ensureAssets();
  await step("Built the server", () => bundleForNode("server.ts", "build/server.mjs", { sourcemap: true }));
  await step("Built the pages", () =>
    runQuietly(process.execPath, [inProject("node_modules/next/dist/bin/next"), "build"], {
      env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      hint: "The pages could not be built. What the build says stands above.",
    }),
  );
  await step("Compressed their files", async () => {
    const { compressBuilt } = await import("./compress-built.mjs");
    await compressBuilt(inProject(".next/static"));
  });
  stamp.write();
}

/** Bundles the player, themes and fonts; fast enough to be done at every build. */
export async function ensureAssets() {
  await step("Built the slides' assets", async () => {
    const { buildAssets } = await import("../build-assets.mjs");
    await buildAssets({ root: inProject() });
  });
}
