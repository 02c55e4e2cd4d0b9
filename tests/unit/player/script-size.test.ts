import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, test } from "vitest";

test("the public page's script weighs at most 15 kB gzipped", async () => {
  const { outputFiles } = await build({
    entryPoints: ["lib/player/page.ts"],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2022",
    alias: { "@": process.cwd() },
    logLevel: "silent",
  });
  expect(gzipSync(outputFiles[0]?.contents ?? "").byteLength).toBeLessThanOrEqual(15_000);
});
