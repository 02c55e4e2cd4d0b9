/**
 * Builds what slides need outside the app: the player's scripts (public page, presenters, files), one stylesheet a theme, the fonts, all under names
 * that carry a hash, in build/assets with a manifest; and as strings the themes' CSS in lib/themes/generated.ts, that of
 * formulas in lib/stage/generated-math.ts. The packages that the editor loads late are bundled beside (assets/packages.mjs).
 * Runs alone (`node scripts/build-assets.mjs`) and is called by the launchers.
 */
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { mathFaces, readKatex } from "./assets/katex.mjs";
import { bundlePackages } from "./assets/packages.mjs";
import { fonts as families, themes } from "./assets/themes.mjs";

const structure = ["structure.css", "steps.css", "content.css", "boxes.css", "code.css", "drawings.css", "pictures.css", "media.css", "alone.css"];

/** What stands around slides, by who loads it: everybody; `?view=read`; a desk in a file; whoever may drive a talk. */
const deskParts = ["desk.css", "desk-buttons.css", "desk-views.css", "desk-notes.css", "own-keys.css", "handout.css", "print-notes.css"];
const stageParts = {
  stage: ["stage.css", "chrome.css", "live.css", "overlays.css", "reading.css", "print.css"],
  read: ["handout.css", "read.css"],
  desk: deskParts,
  presenter: [...deskParts, "desk-talk.css", "drive.css", "remote.css"],
};

/** Open pages of an older build may still ask for its files. */
const keptForMs = 7 * 24 * 60 * 60 * 1000;

export async function buildAssets({ root }) {
  const { build, transform } = await import("esbuild");
  const folder = path.join(root, "build", "assets");
  await mkdir(folder, { recursive: true });
  const read = (...parts) => readFile(path.join(root, ...parts), "utf8");
  const minify = async (css) => (await transform(css, { loader: "css", minify: true })).code.trim();

  const fonts = await placeFonts(root, folder);
  const layer = async (name, parts) =>
    `@layer ${name}{${await minify((await Promise.all(parts.map((part) => read("lib", "themes", part)))).join("\n"))}}`;
  const shared = `@layer structure,theme,classes;${await layer("structure", structure)}${await layer("classes", ["classes.css"])}`;
  const stageSheet = async (part) =>
    (part === "read.css" ? `${asDocument(await read("lib", "player", "reading.css"))}\n` : "") + (await read("lib", "player", part));
  const own = {};
  for (const { name } of themes) own[name] = await layer("theme", [`${name}.css`]);

  const stylesheets = {};
  for (const { name, text, code } of themes) {
    const filesOf = (names) => fonts.filter((font) => names.includes(font.name)).map((font) => font.file);
    const inTheme = fonts.filter((font) => [...text, ...code].includes(font.name));
    stylesheets[name] = {
      slides: await place(folder, `slides-${name}`, ".css", shared + own[name]),
      fontFaces: await place(folder, `fonts-${name}`, ".css", faces(inTheme)),
      textFonts: filesOf(text),
      codeFonts: filesOf(code),
    };
  }
  const script = async (entry) => {
    const { outputFiles } = await build({
      entryPoints: [path.join(root, "lib", "player", `${entry}.ts`)],
      bundle: true,
      minify: true,
      write: false,
      format: "iife",
      target: "es2022",
      legalComments: "none",
      alias: { "@": root },
      logLevel: "silent",
    });
    return outputFiles[0].text.trim();
  };

  const stageSheets = {};
  for (const [name, parts] of Object.entries(stageParts)) {
    stageSheets[name] = await place(folder, name, ".css", await minify((await Promise.all(parts.map(stageSheet))).join("\n")));
  }
  const katex = await readKatex(root);
  const math = await placeMath(katex, folder);
  const manifest = {
    fontsVersion: hash([fonts.map((font) => font.file).join(), math.rules, mathFaces(math.fonts, ""), shared, ...Object.values(own)].join()),
    script: await place(folder, "player", ".js", await script("page")),
    presenterScript: await place(folder, "presenter", ".js", await script("presenter")),
    fileScript: await place(folder, "file", ".js", await script("file")),
    ...stageSheets,
    fontFaces: await place(folder, "fonts", ".css", faces(fonts)),
    themes: stylesheets,
    fonts,
    math,
  };
  await writeWhole(path.join(folder, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  await writeWhole(path.join(root, "lib", "themes", "generated.ts"), generated({ shared, own, manifest }));
  await writeWhole(path.join(root, "lib", "stage", "generated-math.ts"), generatedMath(math.fonts, katex.rules));
  await writeWhole(path.join(root, "lib", "stage", "generated-packages.ts"), await bundlePackages(root, { removeOld }));
  await removeOld(folder, namesIn(manifest));
  return manifest;
}

/** What phones held upright get, for `?view=read` on every screen and on paper: the rules without their query. */
function asDocument(css) {
  const rules = css.slice(css.indexOf("{", css.indexOf("@media")) + 1, css.lastIndexOf("}"));
  return rules.replaceAll(".stage:not([data-view], [data-canvas])", '.stage[data-view="read"]');
}

/** Copies every published subset; browsers ask only for those whose code points a page shows. */
async function placeFonts(root, folder) {
  const found = [];
  for (const [name, { family, package: source, stem, part, style, weight, stretch }] of Object.entries(families)) {
    const published = path.join(root, "node_modules", source);
    const ranges = JSON.parse(await readFile(path.join(published, "unicode.json"), "utf8"));
    for (const [subset, unicodeRange] of Object.entries(ranges)) {
      const file = `${stem}-${subset}-${part}-${style}`;
      const bytes = await readFile(path.join(published, "files", `${file}.woff2`)).catch(missing);
      if (bytes) found.push({ name, family, style, weight, stretch, subset, unicodeRange, file: await place(folder, file, ".woff2", bytes) });
    }
  }
  return found;
}

/** KaTeX's files: its rules, of which a page takes what its formulas use, and its fonts. */
async function placeMath({ faces: found, rules }, folder) {
  const fonts = [];
  for (const { bytes, stem, ...face } of found) fonts.push({ ...face, stem, file: await place(folder, stem, ".woff2", bytes) });
  return {
    rules: await place(folder, "math-rules", ".css", rules),
    fonts,
  };
}

/** A subset that the package lists but does not hold in this style. */
function missing(error) {
  if (error.code === "ENOENT") return undefined;
  throw error;
}

function faces(fonts) {
  return fonts
    .map(
      (font) =>
        `@font-face{font-family:"${font.family}";font-style:${font.style};font-weight:${font.weight};font-display:swap;` +
        (font.stretch ? `font-stretch:${font.stretch};` : "") +
        `src:url(${font.file}) format("woff2");unicode-range:${font.unicodeRange}}`,
    )
    .join("\n");
}

function generated({ shared, own, manifest }) {
  return [
    "// Written by scripts/build-assets.mjs from the CSS files beside it.",
    `export const fontsVersion = ${JSON.stringify(manifest.fontsVersion)};`,
    "",
    "/** Below the folder of built assets: the faces of all themes' fonts. */",
    `export const allFontFaces = ${JSON.stringify(manifest.fontFaces)};`,
    "",
    `export const themeNames = [${themes.map(({ name }) => JSON.stringify(name)).join(", ")}] as const;`,
    "",
    "/** What all themes stand on. */",
    `export const sharedCss = ${JSON.stringify(shared)};`,
    "",
    "export const ownCss: Readonly<Record<(typeof themeNames)[number], string>> = {",
    ...Object.entries(own).map(([name, css]) => `  ${name}: ${JSON.stringify(css)},`),
    "};",
    "",
  ].join("\n");
}

/** A module of its own, so that pages load it with the first formula. */
function generatedMath(fonts, rules) {
  return [
    "// Written by scripts/build-assets.mjs from KaTeX's stylesheet.",
    `export const mathRules = ${JSON.stringify(rules)};`,
    "",
    `export const mathFaces = ${JSON.stringify(mathFaces(fonts, "/assets/"))};`,
    "",
  ].join("\n");
}

async function place(folder, name, extension, content) {
  const file = `${name}.${hash(content)}${extension}`;
  await writeWhole(path.join(folder, file), content);
  return file;
}

function hash(content) {
  return createHash("sha256").update(content).digest("hex").slice(0, 10);
}

/** Leaves a file alone that says the same already; else no reader ever sees half of it. */
async function writeWhole(file, content) {
  const bytes = Buffer.from(content);
  const before = await readFile(file).catch(missing);
  if (before?.equals(bytes)) return;
  const temporary = `${file}.${process.pid}.tmp`;
  await writeFile(temporary, bytes);
  await rename(temporary, file);
}

function namesIn(manifest) {
  return new Set([
    manifest.script,
    manifest.presenterScript,
    manifest.fileScript,
    ...Object.keys(stageParts).map((name) => manifest[name]),
    manifest.fontFaces,
    "manifest.json",
    ...Object.values(manifest.themes).flatMap(({ slides, fontFaces }) => [slides, fontFaces]),
    ...manifest.fonts.map((font) => font.file),
    manifest.math.rules,
    ...manifest.math.fonts.map((font) => font.file),
  ]);
}

async function removeOld(folder, current) {
  for (const file of await readdir(folder)) {
    if (current.has(file)) continue;
    const { mtimeMs } = (await stat(path.join(folder, file)).catch(missing)) ?? { mtimeMs: Date.now() };
    if (Date.now() - mtimeMs > keptForMs) await rm(path.join(folder, file), { force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const started = performance.now();
  const manifest = await buildAssets({ root: path.resolve(import.meta.dirname, "..") });
  console.log(
    `Built ${manifest.script}, ${Object.keys(manifest.themes).length} themes and ${manifest.fonts.length} font files in ${Math.round(performance.now() - started)} ms`,
  );
}
