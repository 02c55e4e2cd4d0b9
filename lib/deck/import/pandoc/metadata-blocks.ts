import { readFrontMatter } from "@/lib/deck/front-matter";
import { readSourceLines } from "@/lib/deck/import/source-lines";

/** A text without the metadata that stood in it, of the same length, and what that said. */
export interface WithoutMetadata {
  readonly text: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** More than a talk has, and few enough that a text of nothing else takes no time. */
const maxBlocks = 20;

/**
 * YAML may stand anywhere in a text of Pandoc's (manual, "Extension: yaml_metadata_block"): `---` after a blank line and
 * right before the first key, ended by `---` or `...`. None of it shows; the last to name a key wins.
 */
export function takeMetadata(text: string): WithoutMetadata {
  if (!/^---[ \t]*\n[\w#"'-]/m.test(text)) return { text, values: {} };
  const lines = readSourceLines(text);
  let values: Readonly<Record<string, unknown>> = {};
  let kept = "";
  let at = 0;
  let blocks = 0;
  lines.forEach((line, index) => {
    if (line.start < at || blocks >= maxBlocks || line.kind !== "text" || !/^---[ \t]*$/.test(line.text)) return;
    if (index > 0 && lines[index - 1]?.kind !== "blank") return;
    const block = readFrontMatter(text.slice(line.start));
    if (block.length === 0) return;
    blocks++;
    if (block.error !== undefined) return;
    values = { ...values, ...block.values };
    const end = line.start + block.length;
    kept += text.slice(at, line.start) + text.slice(line.start, end).replace(/[^\n]/g, " ");
    at = end;
  });
  return { text: kept + text.slice(at), values };
}
