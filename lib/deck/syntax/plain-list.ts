import type { Lexer, Tokens } from "marked";

const opening = /([*+-]|\d{1,9}[.)]) {1,4}(?=\S)/y;
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
const item = new RegExp(`(?:${words.join("|")})[^\\n]*(?<![ \\t])(?=\\n|$)`, "y");
/** Blank lines, then one at the margin that goes on with no list: a text, a break, or words that are stressed. */
const end = /\n*$|(?:\n[ \t]*)+\n(?=[^\s*+\-\d]|-{3,}(?:\n|$)|\*\*[^\s*])/y;

/**
 * A list at the margin whose items are one line each, with the same bullet, and nothing in them but inlines: most lists
 * of most talks. The same token as marked's own, which tries every line against every block. Undefined for any other.
 */
export function readPlainList(src: string, lexer: Lexer): Tokens.List | undefined {
  const lines: { readonly marker: string; readonly text: string; readonly raw: string }[] = [];
  let at = 0;
  for (;;) {
    const marker = matchAt(opening, src, at);
    const text = marker === undefined ? undefined : matchAt(item, src, at + marker.length);
    if (marker === undefined || text === undefined || !isSameBullet(marker, lines[0]?.marker ?? marker)) return undefined;
    const behind = at + marker.length + text.length;
    lines.push({ marker, text, raw: src.slice(at, behind) });
    if (matchAt(end, src, behind) !== undefined) break;
    at = behind + 1;
  }
  const ordered = isNumber(lines[0]?.marker ?? "");
  const items = lines.map(({ text, raw }, index): Tokens.ListItem => {
    const token: Tokens.Text = { type: "text", raw: text, text, tokens: lexer.inline(text) };
    return { type: "list_item", raw: index < lines.length - 1 ? `${raw}\n` : raw, task: false, loose: false, text, tokens: [token] };
  });
  lexer.state.top = true;
  const start = ordered ? Number.parseInt(lines[0]?.marker ?? "", 10) : "";
  return { type: "list", raw: lines.map(({ raw }) => raw).join("\n"), ordered, start, loose: false, items };
}

function matchAt(pattern: RegExp, src: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(src)?.[0];
}

function isNumber(marker: string): boolean {
  return /^\d/.test(marker);
}

/** The same sign, or numbers with the same sign behind them. */
function isSameBullet(marker: string, first: string): boolean {
  return isNumber(marker) ? isNumber(first) && marker.trimEnd().at(-1) === first.trimEnd().at(-1) : marker.charAt(0) === first.charAt(0);
}
