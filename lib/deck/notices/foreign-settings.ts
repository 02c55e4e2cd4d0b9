import { slideKeys } from "@/lib/deck/settings";
import type { SlideRule } from "./rule";

const known: ReadonlySet<string> = new Set(slideKeys);
const settingLine = /^\s*([A-Za-z][\w-]*):(?:\s+(.*))?$/;

/**
 * Slidev writes a slide's settings as front matter behind its break. Read as Markdown those lines are a heading, for
 * the `---` that closes them is its underline.
 */
export const foreignSettings: SlideRule = ({ source, text }) => {
  const first = source.blocks.find(({ token }) => token.type !== "space");
  if (!first || first.token.type !== "heading" || text.slice(0, first.start).trim() !== "") return [];
  const raw = first.token.raw.trimEnd();
  const underline = /\n {0,3}-{3,}[ \t]*$/.exec(raw);
  if (!underline) return [];
  const lines = raw.slice(0, underline.index).split("\n");
  const settings = lines.map((line) => settingLine.exec(line));
  if (settings.length === 0 || settings.some((match) => match === null)) return [];
  const written = settings.map((match) => {
    const key = match?.[1] ?? "";
    return `${known.has(key) ? "_" : ""}${key}: ${match?.[2] ?? ""}`.trimEnd();
  });
  return [
    {
      code: "foreign-settings",
      severity: "warning",
      message: "These look like a slide's settings as Slidev writes them; here they show as a heading. Settings of one slide stand in a comment.",
      start: first.start,
      end: first.start + raw.length,
      fix: {
        label: "Write them as settings",
        edits: [{ start: first.start, end: first.start + raw.length, text: `<!--\n${written.join("\n")}\n-->\n` }],
      },
    },
  ];
};
