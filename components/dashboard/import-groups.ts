import { unreadableFile } from "@/components/ui/sentence-of";
import { readCommentsFile, type TakenComments } from "@/lib/api/comments-file";
import { decodeDeckFile } from "@/lib/api/deck-file";
import type { ImportDeckBody, ImportedFile } from "@/lib/api/import";

/** What one deck is made of, and what was said of it; or why a file makes none. */
export type ImportGroup =
  | { readonly state: "deck"; readonly body: ImportDeckBody; readonly comments?: TakenComments }
  | { readonly state: "refused"; readonly sentence: string };

/** Which of these files a configuration puts together; the paths of those it uses. */
export type ReadConfiguration = (config: string, files: readonly { readonly path: string; readonly text: string }[]) => readonly string[];

/**
 * Makes decks of files: each its own, but for a Landslide configuration, which is one deck with all the files that it names,
 * and for comments, which go to the deck of the same name, or to the only one.
 */
export async function groupFiles(files: readonly File[], readConfiguration: () => Promise<ReadConfiguration>): Promise<readonly ImportGroup[]> {
  const refused: ImportGroup[] = [];
  const texts: ImportedFile[] = [];
  const said = new Map<string, TakenComments>();
  for (const file of files) {
    const bytes = await readBytes(file);
    if (bytes === undefined) {
      refused.push({ state: "refused", sentence: unreadableFile(file.name) });
      continue;
    }
    if (commentsName.test(file.name)) {
      const comments = readCommentsFile(new TextDecoder().decode(bytes));
      if (comments === undefined) refused.push({ state: "refused", sentence: `${file.name} holds no comments that can be read. Export them again.` });
      else said.set(file.name, comments);
      continue;
    }
    const result = decodeDeckFile(bytes, file.name);
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
    .map((text): DeckGroup => {
      const name = text.filename.split("/").at(-1) ?? text.filename;
      return { state: "deck", body: { filename: name, source: text.source, companions: [...(named.get(text) ?? [])] } };
    });
  return [...withComments(decks, said), ...refused];
}

/** Undefined for a file that is gone or may not be read, and for a folder, which browsers hand over as a file when it is dropped. */
function readBytes(file: File): Promise<Uint8Array | undefined> {
  return file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => undefined,
  );
}

/** `talk.comments.json` was said of `talk.md`. */
const commentsName = /\.comments\.json$/i;

type DeckGroup = Extract<ImportGroup, { readonly state: "deck" }>;

function withComments(decks: readonly DeckGroup[], said: ReadonlyMap<string, TakenComments>): readonly ImportGroup[] {
  const left = new Map(said);
  const take = ({ body: { filename = "" } }: DeckGroup): TakenComments | undefined => {
    const wanted = filename.replace(/\.[^.]*$/, "");
    const name = [...left.keys()].find((known) => known.replace(commentsName, "") === wanted || (decks.length === 1 && said.size === 1));
    const comments = name === undefined ? undefined : left.get(name);
    if (name !== undefined) left.delete(name);
    return comments;
  };
  const taken = decks.map((deck): DeckGroup => {
    const comments = take(deck);
    return comments === undefined ? deck : { ...deck, comments };
  });
  const alone = [...left.keys()].map((name): ImportGroup => {
    return {
      state: "refused",
      sentence: `${name} holds comments, and not their deck. Choose both files together, under one name: talk.md and talk.comments.json.`,
    };
  });
  return [...taken, ...alone];
}

/** The other files, by their paths as the configuration would name them. */
function besideOf(configuration: ImportedFile, texts: readonly ImportedFile[]): readonly { readonly file: ImportedFile; readonly path: string }[] {
  const folder = configuration.filename.replace(/[^/]*$/, "");
  return texts
    .filter((text) => text !== configuration)
    .map((file) => ({ file, path: file.filename.startsWith(folder) ? file.filename.slice(folder.length) : file.filename }));
}
