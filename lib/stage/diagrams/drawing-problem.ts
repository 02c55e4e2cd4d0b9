import type { DiagramDrawing } from "@/lib/deck";

/** What mermaid threw, as plain data: it may come from another browser. */
export interface MermaidError {
  readonly name: string;
  readonly message: string;
  /** 1-based, in the text without its front matter and comments. */
  readonly line: number | undefined;
}

const maxSentenceUnits = 200;

/** Why a diagram can't be drawn, in the words of somebody who writes one, with the line of the diagram's own text. */
export function drawingProblem(error: MermaidError, text: string): DiagramDrawing {
  const line = sourceLine(error.line ?? lineNamed(error.message), text);
  return { state: "failed", message: sentence(error, line === undefined ? "" : (text.split("\n")[line - 1] ?? "").trim()), line };
}

/** Reads what was thrown; everything else than an error stays a stranger. */
export function readMermaidError(thrown: unknown): MermaidError {
  if (!(thrown instanceof Error)) return { name: "", message: String(thrown), line: undefined };
  return { name: thrown.name, message: thrown.message, line: "hash" in thrown ? lineOf(thrown.hash) : undefined };
}

function lineOf(hash: unknown): number | undefined {
  if (typeof hash !== "object" || hash === null || !("loc" in hash)) return undefined;
  const { loc } = hash;
  return typeof loc === "object" && loc !== null && "first_line" in loc && typeof loc.first_line === "number" ? loc.first_line : undefined;
}

function lineNamed(message: string): number | undefined {
  const named = /\bline (\d+)/.exec(message)?.[1];
  return named === undefined ? undefined : Number(named);
}

/** Mermaid counts lines after it took front matter and comments away. */
function sourceLine(line: number | undefined, text: string): number | undefined {
  if (line === undefined) return undefined;
  const lines = text.split("\n");
  const front = lines[0]?.trim() === "---" ? lines.findIndex((one, index) => index > 0 && one.trim() === "---") + 1 : 0;
  const read = lines.flatMap((one, index) => (index < front || /^\s*%%(?!\{)./.test(one) ? [] : [index + 1]));
  return read[Math.min(line, read.length) - 1];
}

function sentence({ name, message }: MermaidError, source: string): string {
  if (name === "UnknownDiagramError" || message.startsWith("No diagram type detected"))
    return "Its first word is no kind of diagram. Begin with flowchart, sequenceDiagram, gantt, pie or another kind.";
  if (/^(?:Parse error|Parsing failed|Lexical error|Syntax error)/i.test(message))
    return source === "" ? "Something is missing at its end." : `“${shorten(source)}” is not understood.`;
  if (name === "TypeError" || name === "RangeError" || name === "ReferenceError") return "Mermaid could not make sense of it.";
  const first = shorten(message.split("\n")[0]?.trim() ?? "");
  return first === "" ? "Mermaid does not say why." : /[.!?]$/.test(first) ? first : `${first}.`;
}

function shorten(text: string): string {
  return text.length <= maxSentenceUnits ? text : `${text.slice(0, maxSentenceUnits)}…`;
}
