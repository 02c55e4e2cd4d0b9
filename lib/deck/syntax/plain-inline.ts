import type { Token, TokensList } from "marked";
import { signTable } from "@/lib/deck/sign-table";
import { matches } from "./first-sign";

/** What inlines are read with, and in. */
export interface Around {
  /** A line end is a line break. */
  readonly breaks: boolean;
  readonly links: TokensList["links"];
  readonly inLink: boolean;
}

/** What can be a mark of inlines, or begin one. */
const marks = signTable("\\<[`*~_&@$!:\n\0");
const newline = 10;
const bang = 33;
const colon = 58;
const bracket = 91;
const tilde = 126;
/**
 * Code in single backticks; words that are stressed, where nobody can doubt which mark is the first and which the last;
 * a link or a picture with an address alone, or a definition's, by its label behind it or by its words; a tag that
 * changes nothing for what follows; an address; a line break.
 */
const marked = new RegExp(
  [
    /`([^`\s](?:[^`\n]*[^`\s])?)`(?!`)/,
    /(?<![^ \n([])(\*\*?|__?)(?!\s)([^*_]*[^*_\s])\2(?![^ \n.,:;!?)\]])/,
    /!?\[((?!\^)[^[\]\\]*)\](?:\(([^\0- \s()[\]\\<>`*"'$]+)\)|\[([^[\]\\]+)\](?!\()|()(?![([]))/,
    /(<(?!\/?(?:a|pre|code|kbd|script)[\s/>])(?:[a-z][a-z0-9]*(?:\s+[a-z][a-z-]*(?:="[^"]*")?)*\s*\/?|\/[a-z][a-z0-9]*\s*)>)/,
    /(https?:\/\/[A-Za-z0-9](?:[A-Za-z0-9/.,?!=#%&+~_-]*[A-Za-z0-9/=#%+-])?)(?=[.,?!)'"]*(?:\s|$))/,
    / *\n(?!\s*$)[ \t]*/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "y",
);
/** Marks that begin and end nothing, by what stands beside them. */
const unmarked = /\\(?=[A-Za-z0-9])|<(?![A-Za-z/!?])|(?<=[\p{L}\p{N}])_|(?<!\S)\*(?=\s)|&(?!#)|(?<![A-Za-z0-9._+-])@|:(?!\/\/|[a-z0-9_+-]{1,40}:)/uy;
/** A label that no address follows. */
const label = /\[((?!\^)[^[\]\\`<]*)\](?![([])/y;

/**
 * Inlines that are text and the like of these: most that anybody writes. The same tokens as marked's, which tries each of
 * its rules on what is left of the text. Undefined for any other, and where there may be something of ours. Of a part,
 * the brackets may be closed behind it.
 */
export function readPlainInlines(src: string, around: Around, isPart = false): Token[] | undefined {
  const found: Token[] = [];
  for (let at = 0; at < src.length;) {
    const end = endOfText(src, at, around, isPart);
    const token = end > at ? readText(src.slice(at, end)) : end === at ? readMarked(src, at, around) : undefined;
    if (!token) return undefined;
    found.push(token);
    at += token.raw.length;
  }
  return found;
}

function readText(text: string): Token | undefined {
  return text.includes("www.") ? undefined : { type: "text", raw: text, text, escaped: false };
}

function readMarked(src: string, at: number, around: Around): Token | undefined {
  marked.lastIndex = at;
  const match = marked.exec(src);
  if (!match) return undefined;
  const [raw, code, mark, stressed, words = "", href, named, bare, tag, address] = match;
  if (code !== undefined) return { type: "codespan", raw, text: code };
  if (tag ?? address) {
    if (around.inLink) return undefined;
    if (tag) return { type: "html", raw, inLink: false, inRawBlock: false, block: false, text: tag };
    return { type: "link", raw, text: raw, href: raw, autolink: true, tokens: [{ type: "text", raw, text: raw }] };
  }
  const text = stressed ?? words;
  if (mark) {
    const tokens = readPlainInlines(text, around, true);
    return tokens && { type: mark[1] ? "strong" : "em", raw, text, tokens };
  }
  // Where code or a tag begins between the brackets, the second of them may be its own.
  if (bare !== undefined && /[`<]/.test(words)) return undefined;
  const name = bare === undefined ? named : words;
  if (name === undefined && !href) return { type: "br", raw };
  const link = name === undefined ? { href: href ?? "", title: null } : around.links[labelOf(name)];
  const tokens = link && readPlainInlines(text, { ...around, inLink: true }, true);
  return tokens && { type: raw.startsWith("!") ? "image" : "link", raw, href: link.href, title: link.title || null, text, tokens };
}

/** Where the text that begins here ends: before a mark, before a line break and its spaces, before an address; -1 where marked alone knows. */
function endOfText(src: string, at: number, { breaks, links }: Around, isPart: boolean): number {
  let end = at;
  for (; end < src.length; end++) {
    const unit = src.charCodeAt(end);
    if (marks[unit] !== 1) continue;
    if (unit === newline) {
      if (!breaks && !(end - 2 >= at && src.startsWith("  ", end - 2))) continue;
      while (end > at && src[end - 1] === " ") end--;
      return end;
    }
    if (unit === colon && src.startsWith("//", end + 1)) return startOfAddress(src, end);
    const open = unit === bang ? end + 1 : end;
    if (src.charCodeAt(open) === bracket) {
      if (!isBare(src, open, links, isPart)) return end;
    } else if (unit === tilde) {
      if (src.indexOf("~") !== src.lastIndexOf("~")) return -1;
    } else if (unit !== bang && !matches(unmarked, src, end)) return end;
  }
  return end;
}

function startOfAddress(src: string, colonAt: number): number {
  const scheme = ["https", "http"].find((name) => src.startsWith(name, colonAt - name.length));
  return scheme === undefined ? -1 : colonAt - scheme.length;
}

/** A bracket that nothing closes, or that stands around words that no definition names. */
function isBare(src: string, at: number, links: Around["links"], isPart: boolean): boolean {
  if (!isPart && !src.includes("]", at)) return true;
  label.lastIndex = at;
  const name = label.exec(src)?.[1];
  return name !== undefined && !links[labelOf(name)];
}

/** As marked compares labels. */
function labelOf(name: string): string {
  return name.trim().replace(/\s+/g, " ").toLowerCase().toUpperCase().toLowerCase();
}
