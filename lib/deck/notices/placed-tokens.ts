import type { Token, Tokens } from "marked";
import type { PlacedBlock } from "@/lib/deck/separate-notes";

/** A token with its stretch of the slide's text. */
export interface PlacedToken {
  readonly token: Token;
  readonly start: number;
  readonly end: number;
}

/**
 * Blocks and all that is in them, in the order of the text. marked takes indentation and quote marks off what is
 * nested, so an inner token is looked for by its first line behind the one before it; where that fails it stands for
 * all of the token around it.
 */
export function placeTokens(blocks: readonly PlacedBlock[], text: string): readonly PlacedToken[] {
  const known = placedOf.get(blocks);
  if (known) return known;
  const placed: PlacedToken[] = [];
  placedOf.set(blocks, placed);
  for (const { token, start } of blocks) place(token, { start, end: start + token.raw.length }, { text, placed });
  return placed;
}

/** Several rules ask about the same slide; its blocks stay the same as long as its text does. */
const placedOf = new WeakMap<readonly PlacedBlock[], readonly PlacedToken[]>();

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function place(token: Token, { start, end }: Stretch, into: { readonly text: string; readonly placed: PlacedToken[] }): void {
  into.placed.push({ token, start, end });
  let from = start;
  for (const child of childrenOf(token)) {
    const line = child.raw.split("\n", 1)[0]?.trim() ?? "";
    const at = line === "" ? -1 : into.text.indexOf(line, from);
    const isInside = at !== -1 && at + line.length <= end;
    const stretch = isInside ? { start: at, end: Math.min(end, at + Math.max(line.length, child.raw.trimEnd().length)) } : { start, end };
    place(child, stretch, into);
    if (isInside) from = at + line.length;
    if (isInside && childrenOf(child).length > 0) from = stretch.end;
  }
}

function childrenOf(token: Token): readonly Token[] {
  if (isList(token)) return token.items;
  if (isTable(token)) return [token.header, ...token.rows].flatMap((row) => row.flatMap((cell) => cell.tokens));
  return "tokens" in token && token.tokens ? token.tokens : [];
}

function isList(token: Token): token is Tokens.List {
  return token.type === "list" && "items" in token;
}

function isTable(token: Token): token is Tokens.Table {
  return token.type === "table" && "rows" in token;
}
