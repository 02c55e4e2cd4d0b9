import type { SourceLine } from "@/lib/deck/import/source-lines";
import type { Report } from "@/lib/deck/import/report";

const fragmentItem = /^([-*+]|\d+[.)])([ \t]+.*?)[ \t]+\|[ \t]*$/;
const nestedFragment = /^([ \t]+(?:[-*+]|\d+[.)])[ \t]+)(.*?)[ \t]+\|[ \t]*$/;
const codeStep = /^@\[([\d,\s-]*\d)[^\]\d]*(?:[a-z][^\]]*)?\](?:\[[^\]]*\])?(?:\((.*)\))?[ \t]*$/;

/** List items that end with `|` wait for a step; `@[1-3]` lines after code are its steps. */
export function rewriteBlocks(lines: readonly SourceLine[], report: Report): string {
  const output: string[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined) continue;
    const steps = line.kind === "fence" && line.info !== undefined ? stepsAfter(lines, index) : [];
    if (steps.length > 0) output.push(`${line.text.trimEnd()} {all|${steps.map(({ range }) => range).join("|")}}`);
    else if (line.kind === "blank") pushBlank(output);
    else if (line.kind !== "text") output.push(line.text);
    else if (codeStep.test(line.text)) {
      const note = codeStep.exec(line.text)?.[2];
      if (note) {
        if (output.at(-1)?.startsWith("- ") !== true) pushBlank(output);
        output.push(`- ${note}`);
        report("code-annotation", "What was said to single lines of the code stands below it.", line);
      }
    } else if (fragmentItem.test(line.text)) {
      if (output.some((before) => before.trim() !== "")) {
        pushBlank(output);
        output.push(". . .", "");
      }
      output.push(line.text.replace(fragmentItem, "$1$2"));
    } else output.push(line.text.replace(nestedFragment, '$1<span class="fragment">$2</span>'));
  }
  return output.join("\n");
}

/** One blank line, where there is none yet. */
function pushBlank(output: string[]): void {
  if (output.at(-1)?.trim() !== "") output.push("");
}

interface CodeStep {
  readonly range: string;
}

/** The steps below a fence, up to the next one. */
function stepsAfter(lines: readonly SourceLine[], open: number): readonly CodeStep[] {
  const steps: CodeStep[] = [];
  let closed = false;
  for (let index = open + 1; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined) break;
    if (line.kind === "fence") {
      if (closed) break;
      closed = true;
    } else if (closed && line.kind === "text") {
      // The steps may stand in a box of their own.
      if (line.text.startsWith(":::")) continue;
      const range = codeStep.exec(line.text)?.[1];
      if (range === undefined) break;
      steps.push({ range: range.replace(/\s+/g, "") });
    }
  }
  return steps;
}
