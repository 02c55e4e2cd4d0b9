import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { parseFragment, type DefaultTreeAdapterTypes } from "parse5";
import { importDeck, importLandslideConfig, parseDeck, renderDeck, type Dialect } from "@/lib/deck";

/** What came of one deck: imported, parsed, rendered. */
export interface CorpusRow {
  readonly file: string;
  readonly dialect: string;
  readonly confidence: number;
  readonly slides: number;
  /** What the import could not convert. */
  readonly notices: number;
  /** Errors and warnings of the imported deck. */
  readonly warnings: number;
  readonly elapsedMs: number;
  /** What must not happen, in a few words each. */
  readonly failures: readonly string[];
}

const configFile = /\.cfg$/i;
const deckFile = /\.(?:md|markdown|mdown|rmd|qmd|html?)$/i;

/** Names of the decks in a folder and the folders in it, sorted; a `.cfg` is one where it is Landslide's. */
export async function findDeckFiles(folder: string): Promise<readonly string[]> {
  const decks = await findFiles(folder, deckFile);
  const configs = await findFiles(folder, configFile);
  const texts = await Promise.all(configs.map((file) => readFile(path.join(folder, file), "utf8")));
  return [...decks, ...configs.filter((_, index) => /^\[landslide\]/m.test(texts[index] ?? ""))].toSorted();
}

async function findFiles(folder: string, pattern: RegExp): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.split(path.sep).some((part) => part === "node_modules" || part.startsWith(".")));
}

interface Imported {
  readonly markdown: string;
  readonly dialect: Dialect;
  readonly confidence: number;
  readonly notices: readonly unknown[];
}

/** A configuration is imported with the Markdown files beside and below it. */
async function importFile(folder: string, file: string, source: string): Promise<() => Imported> {
  if (!configFile.test(file)) return () => importDeck(source);
  const home = path.join(folder, path.dirname(file));
  const names = await findFiles(home, deckFile);
  const files = await Promise.all(
    names.map(async (name) => ({ path: name.split(path.sep).join("/"), text: await readFile(path.join(home, name), "utf8") })),
  );
  return () => ({ dialect: "landslide", confidence: 1, ...importLandslideConfig(source, files) });
}

/** Imports, parses and renders one deck file of the folder. `nowMs` is a clock. */
export async function checkDeckFile(folder: string, file: string, nowMs: () => number): Promise<CorpusRow> {
  const run = await importFile(folder, file, await readFile(path.join(folder, file), "utf8"));
  const startMs = nowMs();
  try {
    const imported = run();
    const deck = parseDeck(imported.markdown);
    const html = renderDeck(deck);
    return {
      file,
      dialect: imported.dialect,
      confidence: imported.confidence,
      slides: deck.slides.length,
      notices: imported.notices.length,
      warnings: deck.notices.filter(({ severity }) => severity === "error" || severity === "warning").length,
      elapsedMs: nowMs() - startMs,
      failures: [...findChangesOnReturn(imported.markdown), ...html.flatMap(findHostile)],
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { file, dialect: "-", confidence: 0, slides: 0, notices: 0, warnings: 0, elapsedMs: nowMs() - startMs, failures: [`throws: ${reason}`] };
  }
}

/** A deck that was imported once must stay as it is, whether its dialect is guessed or known. */
function findChangesOnReturn(markdown: string): readonly string[] {
  const failures: string[] = [];
  if (importDeck(markdown).markdown !== markdown) failures.push("importing it again changes it");
  if (importDeck(markdown, "lectern").markdown !== markdown) failures.push("importing it again as Lectern changes it");
  return failures;
}

const hostileElements: ReadonlySet<string> = new Set(["script", "object", "embed", "base", "meta", "link", "form"]);

/** What a sanitised slide must not hold. */
function findHostile(html: string): readonly string[] {
  const failures: string[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ("tagName" in node) {
      if (hostileElements.has(node.tagName)) failures.push(`<${node.tagName}> is left`);
      for (const { name, value } of node.attrs) {
        if (/^on/i.test(name)) failures.push(`${name}= is left`);
        if (/^\s*(?:javascript|vbscript):/i.test(value)) failures.push(`${name} with a script is left`);
      }
    }
    if ("childNodes" in node) node.childNodes.forEach(visit);
  };
  visit(parseFragment(html));
  return failures;
}
