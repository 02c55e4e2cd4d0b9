import type { TextEdit } from "@/lib/deck/deck";
import { applyTextEdits } from "@/lib/deck/edits";
import { findCodeSpans } from "./code-spans";
import { maskCode, maskMath } from "./masked-text";
import { readSourceLines } from "./source-lines";

/** Environments of TeX that MathJax sets without dollars around them, and that the deck language's math knows. */
const beginning = /^[ \t]*\\begin\{((?:align|alignat|gather|equation)\*?)\}/gm;

/** `\begin{align} … \end{align}` by itself as a block of math, without blank lines, which would end one. */
export function wrapEnvironments(text: string): string {
  if (!text.includes("\\begin{")) return text;
  const masked = maskCode(text, { comments: true });
  const dollars = [...masked.matchAll(/\$\$/g)].map(({ index }) => index);
  const edits: TextEdit[] = [];
  const endless = new Set<string>();
  let free = 0;
  let passed = 0;
  for (const match of masked.matchAll(beginning)) {
    const closing = `\\end{${match[1] ?? ""}}`;
    while ((dollars[passed] ?? Infinity) < match.index) passed++;
    // Within `$$ … $$` it is math already.
    if (match.index < free || passed % 2 === 1 || endless.has(closing)) continue;
    const close = masked.indexOf(closing, match.index);
    if (close === -1) endless.add(closing);
    const end = close + closing.length;
    if (close === -1 || end - match.index > maxUnits || /\S/.test(restOfLine(masked, end))) continue;
    const tex = text
      .slice(match.index, end)
      .trim()
      .replace(/\n[ \t]*(?=\n)/g, "");
    const before = isAfterText(text, match.index) ? "\n" : "";
    const after = /^[ \t]*\n[ \t]*\S/.test(text.slice(end, end + 200)) ? "\n" : "";
    edits.push({ start: match.index, end, text: `${before}$$\n${tex}\n$$${after}` });
    free = end;
  }
  return applyTextEdits(text, edits);
}

/** A longer formula is none. */
const maxUnits = 8_000;

function restOfLine(text: string, at: number): string {
  const end = text.indexOf("\n", at);
  return text.slice(at, end === -1 ? undefined : end);
}

function isAfterText(text: string, at: number): boolean {
  return at > 1 && text[at - 1] === "\n" && text[at - 2] !== "\n";
}

export interface CodeFormulaOptions {
  /** One dollar on each side is enough; it is not where code may speak of variables. */
  readonly dollars: boolean;
}

/**
 * Formulas that stand in backticks, so that Markdown leaves their backslashes alone: a page's MathJax finds them in
 * the code element. Plain code stays.
 */
export function unwrapCodeFormulas(text: string, { dollars }: CodeFormulaOptions): string {
  if (!/`(?:\$|\\[([])/.test(text)) return text;
  const parts: string[] = [];
  let paragraph: string[] = [];
  const flush = () => {
    if (paragraph.length > 0) parts.push(unwrapParagraph(paragraph.join("\n"), dollars));
    paragraph = [];
  };
  for (const { kind, text: line } of readSourceLines(text)) {
    if (kind === "text") paragraph.push(line);
    else {
      flush();
      parts.push(line);
    }
  }
  flush();
  return parts.join("\n");
}

function unwrapParagraph(paragraph: string, dollars: boolean): string {
  const edits = findCodeSpans(paragraph).flatMap(({ start, end }): TextEdit[] => {
    const tex = readFormula(paragraph.slice(start, end), dollars);
    return tex === undefined ? [] : [{ start, end, text: tex }];
  });
  return applyTextEdits(paragraph, edits);
}

function readFormula(code: string, dollars: boolean): string | undefined {
  const inside = /^(`+)([\s\S]*)\1$/.exec(code)?.[2]?.trim() ?? "";
  const display = /^\$\$([^$]+)\$\$$/.exec(inside)?.[1] ?? /^\\\[([\s\S]+)\\\]$/.exec(inside)?.[1];
  if (display !== undefined) return `$$${display.trim()}$$`;
  const inline = /^\\\(([\s\S]+)\\\)$/.exec(inside)?.[1] ?? (dollars ? /^\$([^$]+)\$$/.exec(inside)?.[1] : undefined);
  return inline === undefined || inline.trim() === "" ? undefined : `$${inline.trim()}$`;
}

const escapedFormula = /(?<!\\)\\\\(?:\(((?:[^\\$]|\\(?!\\[()[\]])){1,2000})\\\\\)|\[((?:[^\\$]|\\(?!\\[()[\]])){1,2000})\\\\\])/g;

/**
 * Formulas between `\\(` and `\\)`, or `\\[` and `\\]`: Markdown takes one backslash of each two away, and MathJax finds what
 * it looks for. Within them Markdown does the same.
 */
export function unescapeFormulas(text: string): string {
  if (!/\\\\[([]/.test(text)) return text;
  const edits = [...maskMath(text).matchAll(escapedFormula)].flatMap(({ index, 0: written, 2: display }): TextEdit[] => {
    const inside = text.slice(index + 3, index + written.length - 3);
    if (/\n[ \t]*\n/.test(inside) || inside.trim() === "") return [];
    const tex = inside.trim().replace(/\\([!-/:-@[-`{-~])/g, "$1");
    return [{ start: index, end: index + written.length, text: display === undefined ? `$${tex}$` : `$$${tex}$$` }];
  });
  return applyTextEdits(text, edits);
}

const dollarFormula = /\$\$[^$]{1,4000}\$\$|(?<!\\)\$(?=[^\s$])[^$\n]{0,2000}?[^\s\\$]\$(?!\d)/g;
const underscoreOrWords = /\\(?:text\w*|mbox|mathrm|operatorname)\s*\{[^{}]{0,200}\}|\\_/g;

/**
 * `\_` in a formula is an index: Markdown takes its backslash away before MathJax reads what is left, and authors write it
 * so that nothing is set in italics. In words it stays.
 */
export function unescapeUnderscores(text: string): string {
  if (!text.includes("\\_") || !text.includes("$")) return text;
  const edits = [...maskCode(text, { comments: true }).matchAll(dollarFormula)].flatMap(({ index, 0: formula }) =>
    [...formula.matchAll(underscoreOrWords)]
      .filter(([found]) => found === "\\_")
      .map((found): TextEdit => ({ start: index + found.index, end: index + found.index + 1, text: "" })),
  );
  return applyTextEdits(text, edits);
}
