import type { Token, Tokens } from "marked";
import { readCodeInfo, type CodeInfo } from "@/lib/deck/syntax/code";
import type { PlacedToken } from "./placed-tokens";

/** A fenced block, with what its first line says. */
export interface PlacedFence {
  readonly info: CodeInfo;
  readonly text: string;
  /** Offset of the fence in the slide's text. */
  readonly start: number;
}

/** The fenced blocks of a slide in one language, nested ones included. */
export function fencesIn(tokens: readonly PlacedToken[], language: string): readonly PlacedFence[] {
  return tokens.flatMap(({ token, start }) => {
    if (!isCode(token) || token.codeBlockStyle === "indented") return [];
    const info = readCodeInfo((token.lang ?? "").trim());
    return info.language === language ? [{ info, text: token.text, start }] : [];
  });
}

/** A line of a fenced block in the slide's text: 0 is the fence itself; without its indentation. */
export function fenceLine(text: string, start: number, line: number): { readonly start: number; readonly end: number } {
  let at = start;
  for (let left = line; left > 0; left--) {
    const newline = text.indexOf("\n", at);
    if (newline === -1) return fenceLine(text, start, 0);
    at = newline + 1;
  }
  const newline = text.indexOf("\n", at);
  const row = text.slice(at, newline === -1 ? text.length : newline);
  const from = at + row.length - row.trimStart().length;
  return { start: from, end: Math.max(from, at + row.trimEnd().length) };
}

function isCode(token: Token): token is Tokens.Code {
  return token.type === "code" && "text" in token;
}
