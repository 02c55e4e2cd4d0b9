import { parseDocument } from "yaml";
import { cssKeys, slideKeys } from "./settings";

/** What one HTML comment on a slide says: settings, speaker notes, or both. */
export interface CommentContent {
  /** Settings from this slide on. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Settings of this slide alone (written with `_`). */
  readonly ownValues: Readonly<Record<string, unknown>>;
  readonly notes: string;
  /** Keys that look like settings and are none. */
  readonly unknownKeys: readonly string[];
}

const known: readonly string[] = slideKeys;
/** Comments that speak to other programs. */
const magic =
  /^\s*(?:prettier-ignore|markdownlint-|lint |eslint|spell-checker|cspell|vale |textlint|doctoc|START doctoc|END doctoc|toc\b|\/?TOC\b|break\s*$|vim:|fit\s*$|alex )/;
/** A line of a comment that reads as a setting: its key, its value. */
export const settingLine = /^[ \t]*(_?[A-Za-z][A-Za-z-]*):(?:[ \t]+(.*?))?[ \t]*$/;
/** A note may end with a setting of its slide: `Pause here. _duration: 2m`. */
export const trailingSetting = new RegExp(`(?:^|[ \\t])_(${slideKeys.join("|")}):[ \\t]+(\\S+)[ \\t]*$`);

/** Reads the inside of `<!-- … -->`. Lines that are settings are taken out; what is left is speaker notes. */
export function readComment(inside: string): CommentContent {
  const values: Record<string, unknown> = {};
  const ownValues: Record<string, unknown> = {};
  const unknownKeys: string[] = [];
  const notes: string[] = [];
  if (magic.test(inside)) return { values, ownValues, notes: "", unknownKeys };
  const set = (key: string, text: string) => {
    const own = key.startsWith("_");
    const name = own ? key.slice(1) : key;
    (own ? ownValues : values)[name] = cssKeys.includes(name) && isUnquoted(text) ? text : readScalar(text);
  };
  const lines = inside.split("\n");
  const looksLikeSettings = lines.every((line) => line.trim() === "" || settingLine.test(line));
  for (const line of lines) {
    const match = settingLine.exec(line);
    const key = match?.[1];
    if (key && known.includes(key.replace(/^_/, ""))) set(key, match[2] ?? "");
    else if (key?.startsWith("_") && looksLikeSettings) unknownKeys.push(key);
    else {
      const tail = trailingSetting.exec(line);
      if (tail?.[1] && tail[2]) {
        set(`_${tail[1]}`, tail[2]);
        notes.push(line.slice(0, tail.index));
      } else notes.push(line);
    }
  }
  return { values, ownValues, notes: unknownKeys.length > 0 ? "" : trimNotes(notes.join("\n")), unknownKeys };
}

function isUnquoted(text: string): boolean {
  return text !== "" && !/^["']/.test(text);
}

/** A value as YAML reads it on one line; what YAML refuses is plain text. */
function readScalar(text: string): unknown {
  const document = parseDocument(text, { schema: "core", logLevel: "silent" });
  if (document.errors.length > 0) return text;
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch (cause) {
    if (cause instanceof ReferenceError) return text;
    throw cause;
  }
}

function trimNotes(text: string): string {
  return text.trim();
}
