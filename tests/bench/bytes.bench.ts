import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { parseDeck, renderDeck } from "@/lib/deck";
import { exportHtml } from "@/lib/export/html";
import { readStageAssets } from "@/lib/stage/assets";
import { renderDocument } from "@/lib/stage/document";
import type { Ratio } from "@/tests/bench/report";

/** What a viewer loads, gzipped, against the bare HTML of the same slides. */
export async function benchBytes(): Promise<readonly Ratio[]> {
  const deck = parseDeck(readFileSync("tests/fixtures/deck/talks/unfinished.md", "utf8"));
  const assets = await readStageAssets("build/assets");
  const { manifest } = assets;
  const bare = zipped(renderDeck(deck).join("\n"));
  const page = zipped((await renderDocument({ deck, mode: "public", assets })).html);
  const script = zipped(assets.text(manifest.script));
  const css = zipped(assets.text(manifest.themes["lectern"] ?? "") + assets.text(manifest.stage) + assets.text(manifest.fontFaces));
  const file = (await exportHtml({ deck, assets })).bytes.byteLength;
  const against = "bare HTML of its slides, gzipped";
  return [
    { what: "public page, document, gzipped", measured: page, against, floor: bare, unit: "bytes" },
    { what: "public page, script (and the export's), gzipped", measured: script, against, floor: bare, unit: "bytes" },
    { what: "public page, styles, gzipped", measured: css, against, floor: bare, unit: "bytes" },
    {
      what: "exported file, as it lies on disk",
      measured: file,
      against: "bare HTML of its slides",
      floor: Buffer.byteLength(renderDeck(deck).join("\n")),
      unit: "bytes",
    },
    { what: "formulas (loaded with the first), script, gzipped", measured: await bundled("lib/stage/math.ts"), against, floor: bare, unit: "bytes" },
    { what: "formulas, styles, gzipped", measured: zipped(assets.text(manifest.math.rules)), against, floor: bare, unit: "bytes" },
    {
      what: "diagrams (loaded with the first that nobody drew), script, gzipped",
      measured: await bundled("lib/stage/diagrams/draw.ts"),
      against,
      floor: bare,
      unit: "bytes",
    },
  ];
}

/** All that a browser would load for a module, in one file. */
async function bundled(entry: string): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    alias: { "@": process.cwd() },
    logLevel: "silent",
  });
  return zipped(outputFiles[0]?.text ?? "");
}

function zipped(text: string): number {
  return gzipSync(text).byteLength;
}
