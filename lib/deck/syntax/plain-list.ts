import type { Lexer, Token, Tokens } from "marked";

const opening = / {0,3}(?:[*+-]|\d{1,9}[.)]) {1,4}(?=\S)/y;
/**
 * How an item's line begins that holds no other block: with a word, or with a mark of inlines that begins one. And it
 * ends with no space.
 */
const words = [
  String.raw`[A-Za-z"'(]|[^\x00-\x7f\s]`,
  String.raw`\`(?!\`)|\*{1,2}[A-Za-z]|_{1,2}[A-Za-z]`,
  String.raw`!\[|\[[A-Za-z]{2}(?![^\n]*\]:)`,
  String.raw`\d(?!\d*[.)](?:[ \t]|\n|$))`,
];
const item = new RegExp(`(?:${words.join("|")})[^\\n]*(?<!\\s)(?=\\n|$)`, "y");
const ink = /\S/;
/** A line below it that stands further in, behind spaces alone. */
const below = /\n( +)(?=\S)[^\n]*(?<!\s)(?=\n|$)/y;
/** Blank lines, then one at the margin that goes on with no list: a text, a break, or words that are stressed. */
const end = /\n*$|(?:\n[ \t]*)+\n(?=[^\s*+\-\d]|-{3,}(?:\n|$)|\*\*[^\s*])/y;

/**
 * A list with the same bullet, as far from the margin, for all items, each of one line with nothing in it but inlines, and of lines
 * right below that stand as far in as its words: most lists of most talks. The same token as marked's own, which tries
 * every line against every block. Undefined for any other.
 */
export function readPlainList(src: string, lexer: Lexer): Tokens.List | undefined {
  const lines: { readonly text: string; readonly inside: string; readonly raw: string }[] = [];
  let first = "";
  let at = 0;
  for (let isLast = false; !isLast;) {
    const marker = matchAt(opening, src, at);
    const text = marker && matchAt(item, src, at + marker.length);
    if (!marker || !text || signOf(marker) !== signOf((first ||= marker))) return undefined;
    const indent = marker.search(ink);
    if (indent !== first.search(ink)) return undefined;
    let behind = at + marker.length + text.length;
    let inside = text;
    for (let line = matchAt(below, src, behind); line; line = matchAt(below, src, behind)) {
      const depth = line.search(ink) - 1;
      if (depth === indent) break;
      if (depth < marker.length) return undefined;
      inside += `\n${line.slice(marker.length + 1)}`;
      behind += line.length;
    }
    isLast = matchAt(end, src, behind) !== undefined;
    if (!isLast) behind++;
    lines.push({ text, inside, raw: src.slice(at, behind) });
    at = behind;
  }
  const start = Number.parseInt(first, 10);
  const ordered = start >= 0;
  const items = lines.map(({ text, inside, raw }): Tokens.ListItem => {
    lexer.state.top = false;
    const tokens: Token[] = inside === text ? [{ type: "text", raw: text, text, tokens: lexer.inline(text) }] : lexer.blockTokens(inside, []);
    return { type: "list_item", raw, task: false, loose: false, text: inside, tokens };
  });
  lexer.state.top = true;
  return { type: "list", raw: src.slice(0, at), ordered, start: ordered ? start : "", loose: false, items };
}

function matchAt(pattern: RegExp, src: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(src)?.[0];
}

/** What all bullets of a list have in common: the sign itself, or that behind the number. */
function signOf(marker: string): string | undefined {
  return marker.trimEnd().at(-1);
}
