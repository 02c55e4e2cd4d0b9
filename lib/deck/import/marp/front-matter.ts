import { parse } from "yaml";
import { readFrontMatter } from "@/lib/deck/front-matter";
import { frontMatterEntries } from "@/lib/deck/import/front-matter-edits";
import { applyTextEdits } from "@/lib/deck/edits";

/** Directives whose values Marp reads as text even where YAML would not (marp-team/marpit, directives/yaml.js). */
const loose =
  /^(_?(?:theme|lang|class|paginate|header|footer|color|background(?:Color|Image|Position|Repeat|Size)|title|description|author|keywords|url|image|size|math|transition)[ \t]*:)([ \t]*)(\S.*?)[ \t]*$/;
const special = /^["'{|>~&*[]/;

/**
 * Front matter whose loose values are quoted, so that YAML reads what Marp reads: `color: #fff`, `title: A: B`.
 * `hasError` says whether YAML refuses it as it is.
 */
export function quoteLooseValues(front: string, { hasError }: { readonly hasError: boolean }): string {
  const quoted = quoteValues(front, (value) => !special.test(value));
  // Marp reads nothing of front matter that YAML refuses; here what can be mended is.
  const isRefused = quoted === front ? hasError : readFrontMatter(quoted).error !== undefined;
  return isRefused ? quoteValues(quoted, (value) => !/^[|>{[]/.test(value) && !isYaml(value)) : quoted;
}

function quoteValues(front: string, isMeant: (value: string) => boolean): string {
  return front
    .split("\n")
    .map((line) => {
      const [, key = "", space = "", value = ""] = loose.exec(line) ?? [];
      if (value === "" || !isMeant(value) || readsAsWritten(value)) return line;
      return `${key}${space || " "}"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
    })
    .join("\n");
}

function readsAsWritten(value: string): boolean {
  const read = readYaml(value);
  return typeof read === "boolean" || typeof read === "number" || read === value;
}

function isYaml(value: string): boolean {
  return readYaml(value) !== undefined;
}

/** The value, undefined where YAML refuses it. */
function readYaml(text: string): unknown {
  try {
    return parse(text, { schema: "core", logLevel: "silent", maxAliasCount: 0 });
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

/** Directives with `_` in the front matter are those of the first slide alone: they belong into a comment on it. */
export function takeSpotDirectives(front: string): { readonly front: string; readonly spots: readonly string[] } {
  if (!/^[ \t]*["']?_/m.test(front)) return { front, spots: [] };
  const entries = frontMatterEntries(front).filter(
    ({ key, start, end }) => key.startsWith("_") && front.slice(start, end).trimEnd().split("\n").length === 1,
  );
  return {
    front: applyTextEdits(
      front,
      entries.map(({ start, end }) => ({ start, end, text: "" })),
    ).replace(/^---[ \t]*\n---[ \t]*\n/, ""),
    spots: entries.map(({ start, end }) => front.slice(start, end).trim()),
  };
}
