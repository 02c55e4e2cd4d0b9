import type { SourceText } from "@/lib/deck/import/source-text";

/** The title slide that xaringan makes of its front matter; undefined where it makes none. */
export function titleSlideOf({ text, frontMatter }: SourceText): string | undefined {
  const { output, title, subtitle, author, institute, date } = frontMatter.values;
  if (!/xaringan|moon_reader/.test(JSON.stringify(output ?? "")) || /^\s*seal:\s*(?:false|no)\b/m.test(text.slice(0, frontMatter.length)))
    return undefined;
  const lines = [subtitle, author, institute, date].flatMap((value) =>
    Array.isArray(value) ? value.map(String) : value == null ? [] : [String(value)],
  );
  return [
    "<!-- _class: center middle -->",
    "<!-- _layout: title -->",
    "",
    `# ${title == null ? "" : String(title)}`,
    ...lines.flatMap((line) => ["", line]),
  ].join("\n");
}
