import type { SourceText } from "@/lib/deck/import/source-text";

/** The title slide that xaringan makes of its front matter, in remark's Markdown; undefined where it makes none. */
export function titleSlideOf({ text, frontMatter }: SourceText): string | undefined {
  const { output, title, subtitle, author, institute, date } = frontMatter.values;
  if (!/xaringan|moon_reader/.test(JSON.stringify(output ?? "")) || /^\s*seal:\s*(?:false|no)\b/m.test(text.slice(0, frontMatter.length)))
    return undefined;
  const lines = [subtitle, author, institute, date].flatMap((value) =>
    Array.isArray(value) ? value.map(String) : value == null ? [] : [String(value)],
  );
  return [`# ${title == null ? "" : String(title)}`, ...lines.flatMap((line) => ["", line])].join("\n");
}

/** What sets it apart, in the deck language. */
export const titleSettings = "<!-- _class: center middle -->\n<!-- _layout: title -->";
