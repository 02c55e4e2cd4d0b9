import { constants, gzipSync } from "node:zlib";
import { buildSync } from "esbuild";

/** What the editor takes through the language's door before anything is opened in it: reading, rendering, and all edits of slides. */
const editorNames = [
  ...["addNotes", "addPause", "addSlide", "applyTextEdits", "aspectRatios", "cleanFilePath", "colorSchemes", "createDeckCompiler", "deckFilePath"],
  ...["deleteSlides", "dialects", "duplicateSlides", "hideSlides", "moveSlides", "placeBefore", "readDurationS"],
  ...["setFrontMatter", "setSlideSettings", "showSlides", "slideAt", "slideOutline", "splitAtHeadings", "untouchableStretches"],
];
export const editorEntry = `export { ${editorNames.join(", ")} } from "@/lib/deck";`;

/** What the language may weigh, gzipped, before anything is opened in the editor (issue 4). */
export const languageGoalBytes = 140_000;

/** Bytes of the deck language as the editor loads it, gzipped, without what it loads later and without these packages. */
export function languageBytes(external: readonly string[] = [], contents = editorEntry): number {
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir: process.cwd(), loader: "ts" },
    bundle: true,
    minify: true,
    splitting: true,
    outdir: "out",
    write: false,
    format: "esm",
    platform: "browser",
    external: external.flatMap((name) => [name, `${name}/*`]),
  });
  const script = outputFiles.find(({ path }) => path.endsWith("stdin.js"))?.text ?? "";
  // As built files are kept (scripts/setup/compress-built.mjs).
  return gzipSync(script, { level: constants.Z_BEST_COMPRESSION }).byteLength;
}
