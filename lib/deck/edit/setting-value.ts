import { parseDocument } from "yaml";

/** A value as it stands behind `key:` in a comment or in front matter, on one line. */
export function writeSettingValue(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "string" && readsAsWritten(value)) return value;
  return JSON.stringify(value).replaceAll(">", "\\u003e");
}

/** Plain text in YAML that no comment would end at. */
function readsAsWritten(text: string): boolean {
  if (text === "" || text !== text.trim() || /[\n\r>]|--|^[*&!]/.test(text)) return false;
  const document = parseDocument(`key: ${text}`, { schema: "core", logLevel: "silent" });
  if (document.errors.length > 0 || document.commentBefore !== null || document.comment !== null) return false;
  return JSON.stringify(document.toJS({ maxAliasCount: 0 })) === JSON.stringify({ key: text });
}

/** `<!-- key: value -->`, one setting a line where there are several. */
export function writeSettingComment(settings: readonly (readonly [key: string, value: unknown])[]): string {
  const lines = settings.map(([key, value]) => `${key}: ${writeSettingValue(value)}`.trimEnd());
  return lines.length === 1 ? `<!-- ${lines[0] ?? ""} -->` : `<!--\n${lines.join("\n")}\n-->`;
}
