import { entryOfBox, entryOfImageWord } from "@/components/editor/completion/guide-address";
import { commentAfter, zoneAfter } from "@/components/editor/completion/zone";
import { emojiOf } from "@/lib/deck/emoji-namer";
import {
  alertKinds,
  boxNames,
  imageKeywords,
  referenceEntry,
  settingEntryOf,
  slideClasses,
  type ReferenceEntry,
  type SettingValue,
} from "@/lib/deck/reference";

/** What a word of the deck language means. Columns are offsets into the line. */
export interface Explanation {
  readonly start: number;
  readonly end: number;
  readonly title: string;
  readonly text: string;
  /** Its entry in the guide. */
  readonly entryId: string;
}

export interface ExplainOptions {
  /** The lines above start at the top of the deck. */
  readonly isTop: boolean;
}

/** Explains what stands at a column of `line`; `above` are the lines before it, from its slide's start. */
export function explainAt(above: readonly string[], line: string, column: number, options: ExplainOptions): Explanation | undefined {
  const zone = zoneAfter(above, options);
  const found = ((): readonly (Explanation | undefined)[] => {
    switch (zone.kind) {
      case "front-matter":
        return [setting(line, 0, "front-matter")];
      case "comment":
        return [setting(line, 0, "slide")];
      case "code":
        return [];
      case "text":
        return inText(line);
    }
  })();
  return found.find((one) => one !== undefined && one.start <= column && column <= one.end);
}

function inText(line: string): readonly (Explanation | undefined)[] {
  return [...comments(line), ...wholeLines(line), ...imageWords(line), ...emoji(line)];
}

/** `key: value`, as one: the sentence of the value where there is one. */
function setting(text: string, offset: number, place: "front-matter" | "slide"): Explanation | undefined {
  const match = /^([ \t]*)(_?)([A-Za-z][\w-]*):([ \t]+([^#\n]*?))?[ \t]*$/.exec(text);
  const key = match?.[3];
  const entry = key === undefined ? undefined : settingEntryOf(key, place);
  if (!match || key === undefined || !entry?.setting) return undefined;
  const written = (match[5] ?? "").replace(/^["']|["']$/g, "");
  const value = entry.setting.values.find((one) => one.value === written);
  const scope = place === "slide" ? (match[2] === "_" ? "This slide alone." : "From this slide on.") : "";
  const start = offset + (match[1]?.length ?? 0);
  const says = [value ? `\`${value.value}\`: ${value.text}.` : "", entry.text, scope, `Default: ${entry.setting.byDefault}.`];
  return {
    start,
    end: offset + match[0].trimEnd().length,
    title: `${key} · ${entry.title}`,
    text: says.filter(Boolean).join(" "),
    entryId: entry.id,
  };
}

/** Comments on this line, closed or not. */
function comments(line: string): readonly (Explanation | undefined)[] {
  const closed = [...line.matchAll(/<!--(.*?)-->/g)].map((match) => setting(match[1] ?? "", match.index + 4, "slide"));
  const open = commentAfter(line, undefined);
  return open === undefined ? closed : [...closed, setting(open.slice(0, -1), line.length - open.length + 1, "slide")];
}

interface LineForm {
  readonly pattern: RegExp;
  readonly entryId: (match: RegExpExecArray) => string;
  readonly value?: (match: RegExpExecArray) => SettingValue | undefined;
}

const named = (values: readonly SettingValue[], name: string | undefined) =>
  values.find(({ value }) => value === name?.toUpperCase() || value === name);

/** Forms that a line has to itself. */
const lineForms: readonly LineForm[] = [
  {
    pattern: /^[ \t]*:{3,}[ \t]*([\w-]+)/,
    entryId: ([, name = ""]) => entryOfBox(name),
    value: ([, name]) => named(boxNames, name),
  },
  { pattern: /^[ \t]*>[ \t]*\[!(\w+)\]/, entryId: () => "alerts", value: ([, name]) => named(alertKinds, name) },
  { pattern: /^ {0,3}(?:`{3,}|~{3,})[ \t]*(mermaid|chart|qr)\b/, entryId: ([, name = ""]) => name },
  { pattern: /^ {0,3}(?:`{3,}|~{3,})[^{[]*(?:\{[\d,|*all-]+\}|\[[\d,|*-]+\])/, entryId: () => "code-steps" },
  { pattern: /^ {0,3}(?:`{3,}|~{3,})[^[]*\[[^\]]*\]/, entryId: () => "code-titles" },
  { pattern: /^(?: {4}|\t)!\w[\w+#-]*$/, entryId: () => "landslide-code" },
  { pattern: /^\.fx:.*$/, entryId: () => "slide-classes", value: ([line]) => named(slideClasses, line.split(/\s+/).at(-1)) },
  { pattern: /^\.qr:/, entryId: () => "qr" },
  { pattern: /^\.notes:/, entryId: () => "presenter-notes-heading" },
  { pattern: /^ {0,3}#{1,6} +presenter notes *#*$/i, entryId: () => "presenter-notes-heading" },
  { pattern: /^\?\?\?[ \t]*$/, entryId: () => "notes-separator" },
  { pattern: /^ {0,3}\. \. \.[ \t]*$/, entryId: () => "pause" },
  { pattern: /^<style scoped>/, entryId: () => "scoped-style" },
  { pattern: /^<style>/, entryId: () => "deck-style-element" },
  { pattern: /^\[\^[^\]]+\]:/, entryId: () => "footnotes" },
];

function wholeLines(line: string): readonly (Explanation | undefined)[] {
  return lineForms.map(({ pattern, entryId, value }) => {
    const match = pattern.exec(line);
    return match ? ofEntry(referenceEntry(entryId(match)), match.index, match.index + match[0].length, value?.(match)) : undefined;
  });
}

/** Words in the brackets of an image. */
function imageWords(line: string): readonly (Explanation | undefined)[] {
  return [...line.matchAll(/!\[([^\]]*)\]/g)].flatMap((image) => {
    const inside = image[1] ?? "";
    const isBackground = /(?:^|\s)bg(?:\s|$)/.test(inside);
    return [...inside.matchAll(/\S+/g)].map((match) => {
      const word = match[0];
      const keyword = imageKeywords.find(({ value, needsBackground }) => (isBackground || !needsBackground) && isKeyword(word, value));
      const start = image.index + 2 + match.index;
      return keyword ? ofEntry(referenceEntry(entryOfImageWord(keyword.value)), start, start + word.length, keyword) : undefined;
    });
  });
}

function isKeyword(word: string, keyword: string): boolean {
  const name = keyword.replace(/:$/, "");
  return word === name || word.startsWith(`${name}:`);
}

function emoji(line: string): readonly (Explanation | undefined)[] {
  return [...line.matchAll(/:([a-z0-9_+-]+):/g)].map((match) => {
    const character = emojiOf(match[1] ?? "");
    if (character === undefined) return undefined;
    return { start: match.index, end: match.index + match[0].length, title: character, text: `\`${match[0]}\``, entryId: "emoji" };
  });
}

function ofEntry(entry: ReferenceEntry | undefined, start: number, end: number, value: SettingValue | undefined): Explanation | undefined {
  if (entry === undefined) return undefined;
  const text = value === undefined ? entry.text : `\`${value.value}\`: ${value.text}.\n\n${entry.text}`;
  return { start, end, title: entry.title, text, entryId: entry.id };
}
