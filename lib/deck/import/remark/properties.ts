import { isHiddenChunk } from "./nodes";
import type { RemarkNode } from "./structure";

/** A property line of a slide, `key: value`. */
export interface RemarkProperty {
  readonly key: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const ownKeys =
  "name|class|continued|count|layout|template|exclude|background-image|background-color|background-size|background-position|highlight-style";
/** remark takes any word before a colon; a capital or an address is far likelier to be text that is meant to show. */
const leadingLine = /^\n*([a-z][-a-z0-9_]*):(?!\/\/)([^\n]*)(?:\n|$)/;
const inComment = new RegExp(`(?<!\\n)\\n*<!--[ \\t]*(${ownKeys}):([^\\n]*?)[ \\t]*-->`, "g");

/** Takes the properties out of a part's content: leading lines, and comments that name one of remark's own. */
export function takeProperties(content: readonly RemarkNode[]): {
  readonly properties: readonly RemarkProperty[];
  readonly content: readonly RemarkNode[];
} {
  const hidden = content.findIndex((node) => !isHiddenChunk(node) && (node.kind !== "text" || node.text.trim() !== ""));
  // knitr has run what hides itself before remark looks for properties at the top.
  if (hidden > 0 && content.slice(0, hidden).some(isHiddenChunk)) {
    const taken = takeProperties(content.slice(hidden));
    return { properties: taken.properties, content: [...taken.content, ...content.slice(0, hidden)] };
  }
  const [first, ...others] = content;
  if (first?.kind !== "text") return { properties: [], content };
  const properties: RemarkProperty[] = [];
  let { text, start } = first;
  for (let match = leadingLine.exec(text); match?.[1]; match = leadingLine.exec(text)) {
    const lineStart = start + match[0].search(/[^\n]/);
    properties.push({ key: match[1], value: (match[2] ?? "").trim(), start: lineStart, end: start + match[0].trimEnd().length });
    start += match[0].length;
    text = text.slice(match[0].length);
  }
  let kept = "";
  let end = 0;
  for (const match of text.matchAll(inComment)) {
    const at = start + match.index;
    properties.push({ key: match[1] ?? "", value: (match[2] ?? "").trim(), start: at + match[0].search(/[^\n]/), end: at + match[0].length });
    kept += text.slice(end, match.index);
    end = match.index + match[0].length;
  }
  text = kept + text.slice(end);
  return { properties, content: [{ kind: "text", text, start }, ...others] };
}

/** Class names of a `class` property. */
export function readRemarkClasses(value: string): readonly string[] {
  return value.split(/[,\s]+/).filter((word) => word !== "");
}
