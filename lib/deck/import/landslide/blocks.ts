import type { RewrittenLine } from "./lines";

/** python-markdown's rule: three groups of one mark, at most two spaces apart. */
const rule = /^ {0,3}(?:(?:-+ {0,2}){3,}|(?:_+ {0,2}){3,}|(?:\*+ {0,2}){3,})\s*$/;
const underline = /^[=-]+ *$/;
/** Landslide splits the HTML at `<hr.+>`: a bare `<hr>` is not meant. */
const hrTag = /^\s*<hr\b[^>]+>\s*$/;
const itemOrQuote = /^ {0,3}(?:[-*+] |\d+\. |>)/;
const listItem = /^ {0,3}(?:[-*+]|\d+\.)[ \t]/;

interface Rewriting {
  readonly output: string[];
  /** Text lines since the last blank one. */
  depth: number;
  quoteDepth: number;
  inList: boolean;
  /** After a break within a list: what stays indented is no code. */
  dedent: boolean;
}

/**
 * Writes every break that Landslide's own Markdown finds so that the deck language finds it too, and no other. The
 * two differ about rules under text, in lists and in quotes.
 */
export function rewriteBlocks(lines: readonly RewrittenLine[]): string {
  const state: Rewriting = { output: [], depth: 0, quoteDepth: 0, inList: false, dedent: false };
  for (const line of lines) {
    if (line.isCode) {
      state.output.push(state.dedent ? line.text.replace(/^(?: {4}|\t)/, "") : line.text);
      state.depth = state.quoteDepth = 0;
    } else rewriteLine(line.text, state);
  }
  return state.output.join("\n");
}

function rewriteLine(text: string, state: Rewriting): void {
  const { output } = state;
  if (text.trim() === "") {
    output.push(text);
    state.depth = state.quoteDepth = 0;
    return;
  }
  const quoted = /^ {0,3}>[ ]?(.*)$/.exec(text)?.[1];
  state.quoteDepth = quoted === undefined || quoted.trim() === "" ? 0 : state.quoteDepth + 1;
  if (hrTag.test(text)) return pushBreak(state);
  if (rule.test(text)) {
    if (state.depth === 1 && underline.test(text)) {
      output.push(text);
      const [before = ""] = output.slice(-2);
      if (itemOrQuote.test(before)) output.splice(-2, 2, `${text.startsWith("=") ? "#" : "##"} \\${before.trim()}`);
      state.depth++;
      return;
    }
    return state.depth === 0 ? pushAsIs(text, state) : pushBreak(state);
  }
  if (quoted !== undefined && rule.test(quoted) && state.quoteDepth !== 2) return pushBreak(state);
  if (state.inList && state.depth === 0 && /^(?: {4}|\t)/.test(text) && rule.test(text.replace(/^(?: {4}|\t)+/, ""))) {
    state.dedent = true;
    return pushBreak(state);
  }
  if (listItem.test(text)) state.inList = true;
  else if (state.depth === 0 && /^\S/.test(text)) state.inList = false;
  if (/^\S/.test(text)) state.dedent = false;
  output.push(state.dedent ? text.replace(/^(?: {4}|\t)/, "") : text);
  state.depth++;
}

function pushAsIs(text: string, state: Rewriting): void {
  state.output.push(text);
  state.inList = state.dedent = false;
}

function pushBreak(state: Rewriting): void {
  if (state.output.length > 0 && state.output.at(-1)?.trim() !== "") state.output.push("");
  state.output.push("---", "");
  state.depth = state.quoteDepth = 0;
  state.inList = state.dedent;
}
