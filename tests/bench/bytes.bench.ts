import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { parseDeck, renderDeck } from "@/lib/deck";
import { exportHtml } from "@/lib/export/html";
import { readStageAssets } from "@/lib/stage/assets";
import { renderDocument } from "@/lib/stage/document";
import type { Ratio } from "@/tests/bench/report";
import { editorEntry, languageBytes, languageGoalBytes } from "@/tests/support/language-bytes";

/** What a viewer loads, gzipped, against the bare HTML of the same slides. */
export async function benchBytes(): Promise<readonly Ratio[]> {
  const deck = parseDeck(readFileSync("tests/fixtures/deck/talks/unfinished.md", "utf8"));
  const assets = await readStageAssets("build/assets");
  const { manifest } = assets;
  const bare = zipped(renderDeck(deck).join("\n"));
  const page = zipped((await renderDocument({ deck, mode: "public", assets })).html);
  const script = zipped(assets.text(manifest.script));
  const { slides = "", fontFaces = "" } = manifest.themes["lectern"] ?? {};
  const css = zipped([slides, manifest.stage, fontFaces].map(assets.text).join(""));
  const file = (await exportHtml({ deck, assets })).bytes.byteLength;
  const against = "bare HTML of its slides, gzipped";
  return [
    { what: "public page, document, gzipped", measured: page, against, floor: bare, unit: "bytes" },
    { what: "public page, script, gzipped", measured: script, against: "goal", floor: 15_000, unit: "bytes" },
    {
      what: "presenters' script (stage, desk, remote), gzipped",
      measured: zipped(assets.text(manifest.presenterScript)),
      against,
      floor: bare,
      unit: "bytes",
    },
    { what: "exported file's script, gzipped", measured: zipped(assets.text(manifest.fileScript)), against, floor: bare, unit: "bytes" },
    { what: "public page, styles, gzipped", measured: css, against, floor: bare, unit: "bytes" },
    ...languageRatios(),
    {
      what: "styles (loaded with the first CSS or colour), gzipped",
      measured: await bundled("lib/deck/styler.ts"),
      against,
      floor: bare,
      unit: "bytes",
    },
    { what: "charts (loaded with the first), gzipped", measured: await bundled("lib/deck/chart-drawer.ts"), against, floor: bare, unit: "bytes" },
    { what: "QR codes (loaded with the first), gzipped", measured: await bundled("lib/deck/qr-encoder.ts"), against, floor: bare, unit: "bytes" },
    {
      what: "emoji beyond the common (loaded with the first), gzipped",
      measured: await bundled("lib/deck/emoji-namer.ts"),
      against,
      floor: bare,
      unit: "bytes",
    },
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

/** The packages that the language rests on; all else in it is our own. */
const parts = ["marked", "parse5", "yaml"] as const;
const linterEntry = `${editorEntry}\nexport { deckLinter } from "@/lib/deck/linter";`;

/** The deck language as the editor loads it, without what it loads later; and what each part adds to it. */
function languageRatios(): readonly Ratio[] {
  const whole = languageBytes();
  const own = languageBytes(parts);
  return [
    { what: "deck language without lazy parts, gzipped", measured: whole, against: "goal", floor: languageGoalBytes, unit: "bytes" },
    { what: "  of it our own", measured: own, against: "the deck language", floor: whole, unit: "bytes" },
    ...parts.map((name) => ({
      what: `  of it ${name}`,
      measured: whole - languageBytes([name]),
      against: "the deck language",
      floor: whole,
      unit: "bytes" as const,
    })),
    {
      what: "notices (loaded once slides show), gzipped",
      measured: languageBytes([], linterEntry) - whole,
      against: "the deck language",
      floor: whole,
      unit: "bytes",
    },
  ];
}

function zipped(text: string): number {
  return gzipSync(text).byteLength;
}
