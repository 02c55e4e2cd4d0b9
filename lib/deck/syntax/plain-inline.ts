import type { Token } from "marked";
import { signTable } from "@/lib/deck/sign-table";

/** What can be a mark of inlines, or begin one. */
const marks = signTable("\\<[`*~_&@$\0");
const newline = 10;
const bang = 33;
const colon = 58;
const bracket = 91;
const twoSpaces = /[ \t] *\n/;
const named = /:(?:\/\/|[a-z0-9_+-]{1,40}:)/;
/**
 * Code in single backticks; words that are stressed, where nobody can doubt which mark is the first and which the last;
 * a link or a picture with an address alone.
 */
const marked = new RegExp(
  [
    /`([^`\s](?:[^`\n]*[^`\s])?)`(?!`)/,
    /(?<![^ \n([])(\*\*?|__?)(?!\s)([^*_]*[^*_\s])\2(?![^ \n.,:;!?)\]])/,
    /!?\[((?!\^)[^[\]\\]*)\]\(([^\s()[\]\\<>`*"'$]+)\)/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "y",
);

/**
 * Inlines that are text and the like of these: most that anybody writes. The same tokens as marked's, which tries each of
 * its rules on what is left of the text. Undefined for any other, and where there may be something of ours.
 */
export function readPlainInlines(src: string, breaks: boolean): Token[] | undefined {
  const found: Token[] = [];
  for (let at = 0; at < src.length;) {
    const token = readText(src, at, breaks) ?? readMarked(src, at, breaks);
    if (!token) return undefined;
    found.push(token);
    at += token.raw.length;
  }
  return found;
}

function readMarked(src: string, at: number, breaks: boolean): Token | undefined {
  marked.lastIndex = at;
  const match = marked.exec(src);
  if (!match) return undefined;
  const [raw, code, mark, stressed, words = "", href] = match;
  if (code !== undefined) return { type: "codespan", raw, text: code };
  const text = stressed ?? words;
  const tokens = readPlainInlines(text, breaks);
  if (mark) return tokens && { type: mark[1] ? "strong" : "em", raw, text, tokens };
  return tokens && { type: raw.startsWith("!") ? "image" : "link", raw, href, title: null, text, tokens };
}

function readText(src: string, at: number, breaks: boolean): Token | undefined {
  let end = at;
  let lines = false;
  let colons = false;
  for (; end < src.length; end++) {
    const unit = src.charCodeAt(end);
    if (marks[unit] === 1 || (unit === bang && src.charCodeAt(end + 1) === bracket)) break;
    if (unit === newline) lines = true;
    else if (unit === colon) colons = true;
  }
  const text = src.slice(at, end);
  if (!text || (lines && (breaks || twoSpaces.test(text))) || (colons && named.test(text)) || text.includes("www.")) return undefined;
  return { type: "text", raw: text, text, escaped: false };
}
