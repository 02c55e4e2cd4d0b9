import { mapFenceInfos } from "@/lib/deck/import/fence-infos";
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
    else if (opens) result.push(convertFence(line.text));
    else result.push(line.text);
  }
  if (inner !== undefined) result.push(inner.join("\n"));
  return result.join("\n");
}

function isMagicMove(line: SourceLine): boolean {
  return /^md\b.*\bmagic-move\b/.test(line.info ?? "");
}

/**
 * `{none|1}` lights nothing up at first, and neither does `{1|hide}`, which hides the block again and has no word here. A
 * block that is hidden at first is one that comes later (`clicks.ts`).
 */
function nameNoLines(steps: string): string {
  if (!/^\{(?:none|hide|all|\*|[\d,\s-])*(?:\|(?:none|hide|all|\*|[\d,\s-])*)*\}$/.test(steps)) return steps;
  return steps.replace(/(?<!^\{\s*)\bhide\b|\bnone\b/g, "0");
}

const numbered = /\{[^{}\n]*\blines:[ \t]*true\b/;

/** `lineNumbers: true` of the deck, on each block that says nothing else. */
export function numberAllLines(text: string): string {
  return mapFenceInfos(text, (info) => (isCode.test(info) && !/\blines:/.test(info) ? `${info.trimEnd()} {lines:true}` : undefined));
}

const isCode = /^(?!mermaid\b|plantuml\b|chart\b|qr\b|md\b.*magic-move)[\w+#-]+/;

/** A fence's line with its steps as they are written here: counted from the block's first line, whatever number that has. */
function convertFence(line: string): string {
  const steps = /\{[^{}\n]*\}/.exec(line)?.[0];
  if (steps === undefined) return line;
  const first = Number(/\{[^{}\n]*\bstartLine:\s*(\d{1,6})[^{}\n]*\}/.exec(line)?.[1] ?? 1);
  const named = nameNoLines(steps);
  // Where numbers show, they are what steps count by here too.
  if (first <= 1 || numbered.test(line) || /[:a-km-z]/.test(named.replace(/\b(?:all|hide)\b/g, ""))) return line.replace(steps, named);
  const counted = named.replace(/\d+/g, (number) => String(Math.max(0, Number(number) - first + 1)));
  return line
    .replace(steps, counted)
    .replace(/\bstartLine:\s*\d+\s*,?\s*|\s*,?\s*\bstartLine:\s*\d+/, "")
    .replace("{}", "");
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
      code = [convertFence(text)];
    } else words.push(text);
  }
  flushWords();
  if (code !== undefined) blocks.push(code.join("\n"));
  return blocks.join("\n\n");
}
