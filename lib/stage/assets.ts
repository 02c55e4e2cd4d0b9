import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import type { MathFont } from "@/lib/stage/math-fonts";
import type { FontFile } from "@/lib/themes";

/** What `scripts/build-assets.mjs` has built: names below the folder of assets, each with a hash of its content. */
export interface AssetManifest {
  /** Changes with fonts and themes: what was measured with another one has to be measured again. */
  readonly fontsVersion: string;
  /** The player on a public page; where somebody presents, who may drive a talk; in a file. */
  readonly script: string;
  readonly presenterScript: string;
  readonly fileScript: string;
  /** What stands around slides everywhere; in `?view=read`; at a desk in a file; where somebody may drive a talk. */
  readonly stage: string;
  readonly read: string;
  readonly desk: string;
  readonly presenter: string;
  /** The faces of all fonts. */
  readonly fontFaces: string;
  readonly themes: Readonly<Record<string, ThemeAssets>>;
  readonly fonts: readonly FontFile[];
  /** For documents with formulas: KaTeX's rules and its font files. */
  readonly math: { readonly rules: string; readonly fonts: readonly MathFont[] };
}

/** What one theme needs. */
export interface ThemeAssets {
  /** The slides' stylesheet. */
  readonly slides: string;
  /** The faces of the theme's own fonts. */
  readonly fontFaces: string;
  /** Font files that anything on a slide may be set in. */
  readonly textFonts: readonly string[];
  /** Font files that code alone is set in. */
  readonly codeFonts: readonly string[];
}

/** The built assets, as a document needs them: by address, or as content where all has to be in one file. */
export interface StageAssets {
  readonly manifest: AssetManifest;
  /** What stands before a file's name in its address, for example `/assets/`. */
  readonly base: string;
  readonly text: (file: string) => string;
  readonly base64: (file: string) => string;
}

/** Reads the built assets from their folder once; `base` is what stands before a file's name in its address. */
export async function readStageAssets(folder: string, { base = "/assets/" }: { readonly base?: string } = {}): Promise<StageAssets> {
  const manifest = manifestSchema.parse(JSON.parse(await readFile(path.join(folder, "manifest.json"), "utf8")));
  const { script, presenterScript, fileScript, stage, read, desk, presenter, fontFaces, themes, fonts, math } = manifest;
  const sheets = Object.values(themes).flatMap((theme) => [theme.slides, theme.fontFaces]);
  const around = [script, presenterScript, fileScript, stage, read, desk, presenter, fontFaces];
  const files = [...around, ...sheets, math.rules, ...[...fonts, ...math.fonts].map((font) => font.file)];
  const contents = new Map(await Promise.all(files.map(async (file) => [file, await readFile(path.join(folder, file))] as const)));
  const content = (file: string) => {
    const bytes = contents.get(file);
    if (bytes === undefined) throw new Error(`The asset ${file} is not in the manifest.`);
    return bytes;
  };
  return { manifest, base, text: (file) => content(file).toString("utf8"), base64: (file) => content(file).toString("base64") };
}

const manifestSchema = z.object({
  fontsVersion: z.string(),
  script: z.string(),
  presenterScript: z.string(),
  fileScript: z.string(),
  stage: z.string(),
  read: z.string(),
  desk: z.string(),
  presenter: z.string(),
  fontFaces: z.string(),
  themes: z.record(
    z.string(),
    z.object({ slides: z.string(), fontFaces: z.string(), textFonts: z.array(z.string()), codeFonts: z.array(z.string()) }),
  ),
  fonts: z.array(
    z.object({
      family: z.string(),
      style: z.enum(["normal", "italic"]),
      weight: z.string(),
      stretch: z.string().optional(),
      subset: z.string(),
      unicodeRange: z.string(),
      file: z.string(),
    }),
  ),
  math: z.object({
    rules: z.string(),
    fonts: z.array(z.object({ family: z.string(), style: z.string(), weight: z.string(), stem: z.string(), file: z.string() })),
  }),
});
