import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { parseFragment, type DefaultTreeAdapterTypes } from "parse5";
import { importDeck, parseDeck, renderDeck } from "@/lib/deck";

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

const deckFile = /\.(?:md|markdown|mdown|rmd|qmd|html?)$/i;

/** Names of the decks in a folder and the folders in it, sorted. */
export async function findDeckFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && deckFile.test(entry.name))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.split(path.sep).some((part) => part === "node_modules" || part.startsWith(".")))
    .toSorted();
}

/** Imports, parses and renders one deck file of the folder. `nowMs` is a clock. */
export async function checkDeckFile(folder: string, file: string, nowMs: () => number): Promise<CorpusRow> {
  const source = await readFile(path.join(folder, file), "utf8");
  const startMs = nowMs();
  try {
    const imported = importDeck(source);
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
