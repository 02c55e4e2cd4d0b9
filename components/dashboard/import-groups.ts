import { decodeDeckFile } from "@/lib/api/deck-file";
import type { ImportDeckBody, ImportedFile } from "@/lib/api/import";

/** What one deck is made of, or why a file makes none. */
export type ImportGroup = { readonly state: "deck"; readonly body: ImportDeckBody } | { readonly state: "refused"; readonly sentence: string };

/** Which of these files a configuration puts together; the paths of those it uses. */
export type ReadConfiguration = (config: string, files: readonly { readonly path: string; readonly text: string }[]) => readonly string[];

/** Makes decks of files: each its own, but for a Landslide configuration, which is one deck with all the files that it names. */
export async function groupFiles(files: readonly File[], readConfiguration: () => Promise<ReadConfiguration>): Promise<readonly ImportGroup[]> {
  const refused: ImportGroup[] = [];
  const texts: ImportedFile[] = [];
  for (const file of files) {
    const result = decodeDeckFile(new Uint8Array(await file.arrayBuffer()), file.name);
    if (result.state === "text") texts.push({ filename: file.webkitRelativePath || file.name, source: result.text });
    else refused.push({ state: "refused", sentence: result.sentence });
  }
  const configurations = texts.filter(({ filename, source }) => /\.cfg$/i.test(filename) && /^\s*\[landslide\]/m.test(source));
  const used = new Set<string>();
  const named = new Map<ImportedFile, readonly ImportedFile[]>();
  const read = configurations.length > 0 ? await readConfiguration() : undefined;
  for (const configuration of configurations) {
    const beside = besideOf(configuration, texts);
    const paths = read?.(
      configuration.source,
      beside.map(({ file, path }) => ({ path, text: file.source })),
    );
    const companions = beside.filter(({ path }) => paths?.includes(path) === true);
    for (const { file } of companions) used.add(file.filename);
    named.set(
      configuration,
      companions.map(({ file, path }) => ({ filename: path, source: file.source })),
    );
  }
  const decks = texts
    .filter(({ filename }) => !used.has(filename))
    .map((text): ImportGroup => {
      const name = text.filename.split("/").at(-1) ?? text.filename;
      return { state: "deck", body: { filename: name, source: text.source, companions: [...(named.get(text) ?? [])] } };
    });
  return [...decks, ...refused];
}

/** The other files, by their paths as the configuration would name them. */
function besideOf(configuration: ImportedFile, texts: readonly ImportedFile[]): readonly { readonly file: ImportedFile; readonly path: string }[] {
  const folder = configuration.filename.replace(/[^/]*$/, "");
  return texts
    .filter((text) => text !== configuration)
    .map((file) => ({ file, path: file.filename.startsWith(folder) ? file.filename.slice(folder.length) : file.filename }));
}
