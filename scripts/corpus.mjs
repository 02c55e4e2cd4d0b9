// `npm run corpus -- FOLDER`: imports, parses and renders every deck in a folder, and prints what came of each.
import { stat } from "node:fs/promises";
import process from "node:process";
import { ensureInstalled } from "./setup/install.mjs";
import { loadBundled } from "./setup/load-bundled.mjs";
import { checkNodeVersion } from "./setup/node-version.mjs";
import { goWhereCalled } from "./setup/root.mjs";
import { runLauncher, SetupError } from "./setup/say.mjs";

const usage = "Usage: npm run corpus -- FOLDER";
const headings = ["file", "dialect", "slides", "notices", "warnings", "ms", "failures"];

await runLauncher(async () => {
  checkNodeVersion();
  goWhereCalled("corpus");
  const [folder, ...others] = process.argv.slice(2);
  if (folder === undefined || others.length > 0) throw new SetupError(`Name one folder with decks.\n\n${usage}`);
  if (!(await isFolder(folder))) throw new SetupError(`There is no folder ${folder}.`);
  await ensureInstalled();
  const { findDeckFiles, checkDeckFile } = await loadBundled("lib/export/corpus.ts");
  const files = await findDeckFiles(folder);
  if (files.length === 0) throw new SetupError(`There is no deck in ${folder}.`);
  const rows = [];
  for (const file of files) rows.push(await checkDeckFile(folder, file, () => performance.now()));
  printTable([headings, ...rows.map(cells)]);
  const failed = rows.filter(({ failures }) => failures.length > 0).length;
  console.log(`\n${rows.length} decks, ${failed === 0 ? "no failure" : `${failed} failed`}`);
  process.exitCode = failed === 0 ? 0 : 1;
});

async function isFolder(name) {
  try {
    return (await stat(name)).isDirectory();
  } catch (error) {
    if (error.code === "ENOENT") return false;
    throw error;
  }
}

function cells({ file, dialect, confidence, slides, notices, warnings, elapsedMs, failures }) {
  const guess = `${dialect} ${Math.round(confidence * 100)}%`;
  return [file, guess, String(slides), String(notices), String(warnings), elapsedMs.toFixed(0), [...new Set(failures)].join("; ")];
}

/** Columns as wide as what is in them; numbers stand right. */
function printTable(rows) {
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  for (const row of rows) {
    const line = row.map((cell, column) => (column >= 2 && column <= 5 ? cell.padStart(widths[column]) : cell.padEnd(widths[column])));
    console.log(line.join("  ").trimEnd());
  }
}
