import type { Notice } from "@/lib/deck/deck";
import { readPositions } from "@/lib/deck/positions";
import { editFrontMatter } from "@/lib/deck/import/front-matter-edits";
import { readSourceText, type SourceText } from "@/lib/deck/import/source-text";
import { nameUnconverted } from "@/lib/deck/import/unconverted";
import { landslide } from "./index";
import { readConfig, type ConfigEntry } from "./config";

/** A file beside a configuration. */
export interface LandslideFile {
  /** As the configuration would name it: relative to the configuration's folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** A notice with the file that it is about: the configuration's is the empty text. */
export interface FileNotice extends Notice {
  readonly file: string;
}

export interface LandslideConfigImport {
  readonly markdown: string;
  readonly notices: readonly FileNotice[];
  /** Paths of the files that the deck is made of, in order. */
  readonly files: readonly string[];
}

const markdownFile = /\.(?:md|mdown|markdown|markdn|mdn|mdwn)$/i;
const themes: Readonly<Record<string, string>> = { default: "landslide", light: "landslide" };

/**
 * Puts the deck together that a Landslide `.cfg` describes: its sources in order, a folder's files sorted by name.
 * What is missing, or is no Markdown, is named and left out; so are stylesheets, scripts and themes.
 */
export function importLandslideConfig(config: string, files: readonly LandslideFile[]): LandslideConfigImport {
  const source = readSourceText(readPositions(config).text);
  const entries = readConfig(source.text);
  const notices: FileNotice[] = describeSettings(source, entries).map((notice) => ({ ...notice, file: "" }));
  const used: LandslideFile[] = [];
  for (const { text, start } of entries.find(({ key }) => key === "source")?.values ?? []) {
    const found = filesAt(text, files);
    used.push(...found.filter(({ path }) => markdownFile.test(path)));
    const others = found.filter(({ path }) => !markdownFile.test(path));
    const say = (code: string, message: string) =>
      notices.push({ ...nameUnconverted(source, { code, message, start, end: start + text.length, severity: "warning" }), file: "" });
    if (found.length === 0) say("import-missing-file", `${text} is not among the files: its slides are missing.`);
    if (others.length > 0) say("import-no-markdown", `${others.map(({ path }) => path).join(", ")}: only Markdown can be imported.`);
  }
  const decks = used.map((file) => {
    const deck = readSourceText(readPositions(file.text).text);
    const { markdown, notices: own } = landslide.convert(deck);
    notices.push(...own.map((notice) => ({ ...notice, file: file.path })));
    return markdown.trim();
  });
  const theme = entries.find(({ key }) => key === "theme")?.values[0]?.text ?? "";
  return {
    markdown: editFrontMatter(`${decks.join("\n\n---\n\n")}\n`, { set: { theme: themes[theme] } }),
    notices,
    files: used.map(({ path }) => path),
  };
}

/** The file of that name, or all files of the folder. */
function filesAt(name: string, files: readonly LandslideFile[]): readonly LandslideFile[] {
  const path = name
    .replaceAll("\\", "/")
    .replace(/^(?:\.\/)+/, "")
    .replace(/\/+$/, "");
  const exact = files.filter((file) => file.path === path);
  if (exact.length > 0) return exact;
  const inFolder = files.filter((file) => path === "." || path === "" || file.path.startsWith(`${path}/`));
  return inFolder.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

const withoutEffect: Readonly<Record<string, string>> = {
  css: "Stylesheets are not taken over; write the deck's own style into its settings.",
  js: "Slides run no scripts.",
  extensions: "Markdown extensions of Python are not known here.",
};

function describeSettings(source: SourceText, entries: readonly ConfigEntry[]): readonly Notice[] {
  return entries.flatMap(({ key, values, start, end }) => {
    const [first] = values;
    const what = values.map(({ text }) => text).join(", ");
    const reason = key === "theme" && first && themes[first.text] === undefined ? "This theme stayed with Landslide." : withoutEffect[key];
    return reason === undefined || what === "" ? [] : [nameUnconverted(source, { code: `import-${key}`, message: `${what}: ${reason}`, start, end })];
  });
}
