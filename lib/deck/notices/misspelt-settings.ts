import { findComments, settingLine } from "@/lib/deck/comments";
import { slideKeys } from "@/lib/deck/settings";
import { blankCode } from "./blank-code";
import { nearestKey } from "./nearest-key";
import type { SlideRemark, SlideRule } from "./rule";

const known: ReadonlySet<string> = new Set(slideKeys);
/** Settings are short; who speaks says more. */
const shortValue = /^\S*(?:[ \t]+\S+){0,2}$/;

/** A comment that reads as settings but for a letter of a key is taken for a speaker note. */
export const misspeltSettings: SlideRule = ({ text, tokens, source }) => {
  if (source.notes === "" || !text.includes("<!--")) return [];
  const blanked = blankCode(text, tokens);
  return findComments(blanked).flatMap(({ start, end }) =>
    remarksOn(blanked.slice(start + "<!--".length, end - "-->".length), start + "<!--".length),
  );
};

/** A longer comment speaks. */
const maxLines = 20;

function remarksOn(inside: string, offset: number): readonly SlideRemark[] {
  const lines = inside.split("\n");
  if (lines.length > maxLines || !lines.every((line) => line.trim() === "" || settingLine.test(line))) return [];
  let at = offset;
  return lines.flatMap((line): SlideRemark[] => {
    const start = at + line.search(/\S|$/);
    at += line.length + 1;
    const [, key = "", value = ""] = settingLine.exec(line) ?? [];
    const meant = /^[a-z]/.test(key) && !known.has(key) && shortValue.test(value) ? nearestKey(key, slideKeys) : undefined;
    if (meant === undefined) return [];
    return [
      {
        code: "setting-misspelt",
        severity: "info",
        message: `“${key}” is no setting, so this is a speaker note. Is ${meant} meant?`,
        start,
        end: start + key.length,
        fix: { label: `Write ${meant}`, edits: [{ start, end: start + key.length, text: meant }] },
      },
    ];
  });
}
