// `npm run render -- slides.md [-o presentation.html]`: one self-contained page from a Markdown file; no server, no database.
import { watch as watchFolder } from "node:fs";
import { stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { ensureInstalled } from "./setup/install.mjs";
import { loadBundled } from "./setup/load-bundled.mjs";
import { checkNodeVersion } from "./setup/node-version.mjs";
import { goWhereCalled, inProject } from "./setup/root.mjs";
import { runLauncher, SetupError } from "./setup/say.mjs";

const usage = `Usage: npm run render -- FILE.md [-o presentation.html] [--watch] [--notes] [--theme NAME] [--as NAME]

  -o, --output FILE   where to write the page (presentation.html)
  -w, --watch         render again whenever the file or one of its pictures is saved
  --notes             put speaker notes into the page, for the presenter's desk
  --theme NAME        instead of the theme that the file names
  --as NAME           the tool that the file was written for, instead of the one that its text tells: lectern, landslide,
                      marp, slidev, reveal, hedgedoc, remark, pandoc, deckset or gitpitch`;

const rerenderAfterMs = 60;

await runLauncher(async () => {
  checkNodeVersion();
  goWhereCalled("render");
  const options = readArguments(process.argv.slice(2));
  if (options === undefined) return;
  await ensureInstalled();
  const renderFile = await loadRenderer();
  const render = () => renderOnce(renderFile, options);
  if (!options.watch) return void (await render());
  await watch(options, render);
});

function readArguments(args) {
  const { values, positionals } = parse(args);
  if (values.help) {
    console.log(usage);
    return undefined;
  }
  const [file, ...others] = positionals;
  if (file === undefined) throw new SetupError(`Name a Markdown file.\n\n${usage}`);
  if (others.length > 0) throw new SetupError(`One file at a time: ${file} or ${others[0]}?`);
  const output = values.output ?? "presentation.html";
  if (path.resolve(output) === path.resolve(file)) throw new SetupError(`${output} is the file itself; choose another name for the page.`);
  return { file, output, watch: values.watch, notes: values.notes, theme: values.theme, as: values.as };
}

function parse(args) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        output: { type: "string", short: "o" },
        watch: { type: "boolean", short: "w", default: false },
        notes: { type: "boolean", default: false },
        theme: { type: "string" },
        as: { type: "string" },
        help: { type: "boolean", short: "h", default: false },
      },
    });
  } catch (error) {
    throw new SetupError(`${error.message.replace(/\. To specify.*/s, ".")}\n\n${usage}`, { cause: error });
  }
}

/** The renderer, with the assets that it needs. */
async function loadRenderer() {
  const { buildAssets } = await import("./build-assets.mjs");
  await buildAssets({ root: inProject() });
  return (await loadBundled("lib/export/render-file.ts")).renderFile;
}

/** Renders, writes and says what came of it. Returns the pictures that went in. */
async function renderOnce(renderFile, { file, output, notes, theme, as }) {
  const rendered = await renderFile(file, {
    assetsFolder: inProject("build/assets"),
    notes,
    theme,
    as,
    chromium: { chromiumPath: process.env.CHROMIUM_PATH || undefined, folder: inProject("build/chromium") },
  }).catch(asSentence);
  await writeFile(output, rendered.bytes).catch((error) => {
    throw new SetupError(`${output} can't be written (${error.code}).`, { cause: error });
  });
  const slides = rendered.slideCount === 1 ? "1 slide" : `${rendered.slideCount} slides`;
  console.log(`${file} → ${output}: ${slides}, ${Math.ceil(rendered.bytes.length / 1000)} kB`);
  if (rendered.convertedFrom) {
    const { label, evidence } = rendered.convertedFrom;
    console.log(`  Read as ${label} (${evidence.join(", ")}); --as lectern reads it as it stands.`);
  }
  for (const { severity, message, line, slide } of rendered.remarks) {
    console.log(`  ${file}${line === undefined ? `, slide ${slide}` : `:${line}`}  ${severity}: ${message}`);
  }
  if (rendered.undrawn > 0) console.log("  Diagrams show their source: there is no browser here to draw them. Name one in CHROMIUM_PATH.");
  for (const url of rendered.leftOut) console.log(`  Not in the page: ${url}`);
  return rendered.pictures;
}

/** What the renderer refuses it says in a sentence; anything else is a fault of ours and keeps its stack. */
function asSentence(error) {
  throw error.name === "AppError" ? new SetupError(error.message, { cause: error }) : error;
}

/** Watches folders, not files: editors save by putting a new file in the old one's place. Runs until Ctrl-C. */
async function watch({ file }, render) {
  const watched = new Map();
  let files = new Set();
  let timer;
  const run = async () => {
    const pictures = await render().catch((error) => {
      if (!(error instanceof SetupError)) throw error;
      console.error(error.message);
    });
    if (pictures) files = new Set([file, ...pictures].map((name) => path.resolve(name)));
    else files.add(path.resolve(file));
    for (const folder of new Set([...files].map((name) => path.dirname(name)))) {
      if (watched.has(folder) || !(await stat(folder).catch(gone))) continue;
      watched.set(
        folder,
        watchFolder(folder, (_, name) => {
          if (name !== null && !files.has(path.join(folder, name))) return;
          clearTimeout(timer);
          timer = setTimeout(() => void run(), rerenderAfterMs);
        }),
      );
    }
  };
  await run();
  console.log("Watching; Ctrl-C ends it.");
}

function gone(error) {
  if (error.code === "ENOENT") return undefined;
  throw error;
}
