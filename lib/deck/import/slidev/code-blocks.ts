import { hideText } from "@/lib/deck/import/slide-comments";
import { readSourceLines, type SourceLine } from "@/lib/deck/import/source-lines";

/**
 * Code blocks with what only Slidev knows: the steps of a magic move stand one after the other, each a fragment, and
 * line steps that light nothing up are written with a line that there is none of.
 */
export function convertCodeBlocks(text: string): string {
  if (!text.includes("```") && !text.includes("~~~")) return text;
  const result: string[] = [];
  let inner: string[] | undefined;
  let isOpen = false;
  for (const line of readSourceLines(text)) {
    const opens = line.kind === "fence" && !isOpen;
    if (line.kind === "fence") isOpen = !isOpen;
    if (opens && isMagicMove(line)) inner = [];
    else if (inner !== undefined && line.kind === "fence") {
      result.push(unfoldMagicMove(inner.join("\n")));
      inner = undefined;
    } else if (inner !== undefined) inner.push(line.text);
    else if (opens) result.push(line.text.replace(/\{[^{}\n]*\}/, nameNoLines));
    else result.push(line.text);
  }
  if (inner !== undefined) result.push(inner.join("\n"));
  return result.join("\n");
}

function isMagicMove(line: SourceLine): boolean {
  return /^md\b.*\bmagic-move\b/.test(line.info ?? "");
}

/** `{none|1}` lights nothing up at first; `{hide|1}` does not show the block yet, which has no word here. */
function nameNoLines(steps: string): string {
  return /^\{(?:none|hide|all|\*|[\d,\s-])*(?:\|(?:none|hide|all|\*|[\d,\s-])*)*\}$/.test(steps) ? steps.replace(/\b(?:none|hide)\b/g, "0") : steps;
}

/** Each code block of the move in its own box; what else stands there Slidev does not show, so it is a comment. */
function unfoldMagicMove(markdown: string): string {
  const blocks: string[] = [];
  let code: string[] | undefined;
  let words: string[] = [];
  const flushWords = () => {
    const said = words.join(" ").replace(/\s+/g, " ").trim();
    if (said !== "") blocks.push(hideText(said));
    words = [];
  };
  for (const { kind, text } of readSourceLines(markdown)) {
    if (code !== undefined) {
      code.push(text);
      if (kind !== "fence") continue;
      const isFirst = !blocks.some((block) => block.includes("```") || block.includes("~~~"));
      blocks.push(isFirst ? code.join("\n") : `::: fragment\n\n${code.join("\n")}\n\n:::`);
      code = undefined;
    } else if (kind === "fence") {
      flushWords();
      code = [text.replace(/\{[^{}\n]*\}/, nameNoLines)];
    } else words.push(text);
  }
  flushWords();
  if (code !== undefined) blocks.push(code.join("\n"));
  return blocks.join("\n\n");
}
