import type { Conversion } from "@/lib/deck/import/dialect";
import type { SourceText } from "@/lib/deck/import/source-text";
import { nameUnconverted } from "@/lib/deck/import/unconverted";

/** One setting of a `.cfg`; offsets into its text. */
export interface ConfigEntry {
  readonly key: string;
  /** The lines of its value, trimmed, without empty ones. */
  readonly values: readonly { readonly text: string; readonly start: number }[];
  readonly start: number;
  readonly end: number;
}

const section = /^[ \t]*\[landslide\][ \t]*$/m;

/** True for the text of a `.cfg` that Landslide reads. */
export function isLandslideConfig(text: string): boolean {
  const match = section.exec(text.slice(0, 4_000));
  return match !== null && /^(?:[ \t]*(?:[#;].*)?\n)*$/.test(text.slice(0, match.index)) && /^source\s*[=:]/m.test(text);
}

/** The settings of the `[landslide]` section: `key = value`, further lines of a value indented, as in Python's ConfigParser. */
export function readConfig(text: string): readonly ConfigEntry[] {
  const entries: { key: string; values: { text: string; start: number }[]; start: number; end: number }[] = [];
  let start = 0;
  let isOurs = false;
  for (const line of text.split("\n")) {
    const heading = /^[ \t]*\[([^\]]+)\][ \t]*$/.exec(line)?.[1];
    const [whole, key, value = ""] = /^([A-Za-z_][\w-]*)[ \t]*[=:][ \t]*(.*)$/.exec(line) ?? [];
    const entry = entries.at(-1);
    if (heading !== undefined) isOurs = heading === "landslide";
    else if (isOurs && whole !== undefined && key !== undefined) {
      const values = value.trim() === "" ? [] : [{ text: value.trim(), start: start + line.length - value.length }];
      entries.push({ key: key.toLowerCase(), values, start, end: start + line.length });
    } else if (isOurs && entry && /^[ \t]+[^#;\s]/.test(line)) {
      entry.values.push({ text: line.trim(), start: start + line.search(/\S/) });
      entry.end = start + line.length;
    }
    start += line.length + 1;
  }
  return entries;
}

/** A configuration without the files that it names: it shows as it is, and says what to bring. */
export function describeConfig(source: SourceText): Conversion {
  const sources = readConfig(source.text).find(({ key }) => key === "source");
  const names = sources?.values.map(({ text }) => text).join(", ") ?? "";
  const message = `This names the files of a deck and holds no slides: import ${names || "them"} together with it.`;
  const at = { start: sources?.start ?? 0, end: sources?.end ?? 0 };
  const longest = Math.max(2, ...[...source.text.matchAll(/`{3,}/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return {
    markdown: `${fence}ini\n${source.text.trimEnd()}\n${fence}\n`,
    notices: [nameUnconverted(source, { code: "import-other-file", message, severity: "warning", ...at })],
  };
}
