import { parseFragment, type DefaultTreeAdapterTypes } from "parse5";
import { renderNotes } from "@/lib/stage/notes";

const blocks: ReadonlySet<string> = new Set([
  "p",
  "li",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "pre",
  "tr",
  "br",
  "hr",
  "div",
  "blockquote",
  "ul",
  "ol",
  "table",
]);

/** Speaker notes as paragraphs of plain text, which is what a presentation program has for them. */
export function notesText(notes: string): readonly string[] {
  const lines = [""];
  for (const node of parseFragment(renderNotes(notes, {})).childNodes) collect(node, lines);
  return lines.map((line) => line.replace(/[\t ]+/g, " ").trim()).filter((line) => line !== "");
}

function collect(node: DefaultTreeAdapterTypes.ChildNode, lines: string[]): void {
  if ("value" in node) {
    const [first = "", ...rest] = node.value.split("\n");
    lines.push((lines.pop() ?? "") + first, ...rest);
    return;
  }
  if (!("tagName" in node)) return;
  const isBlock = blocks.has(node.tagName);
  if (isBlock) lines.push(node.tagName === "li" ? "• " : "");
  for (const child of node.childNodes) collect(child, lines);
  if (isBlock) lines.push("");
}
