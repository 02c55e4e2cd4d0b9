import { signTable } from "@/lib/deck/sign-table";

/** What can be a mark of inlines, or begin one. */
const marks = signTable("\\<[`*~_&@$\0");
const newline = 10;
const colon = 58;
const twoSpaces = /[ \t] *\n/;
const named = /:(?:\/\/|[a-z0-9_+-]{1,40}:)/;

/** True where an inline block is nothing but text: no rule of marked's or ours finds anything in it. */
export function isPlainInline(src: string, breaks: boolean): boolean {
  let lines = false;
  let colons = false;
  for (let at = 0; at < src.length; at++) {
    const unit = src.charCodeAt(at);
    if (marks[unit] === 1) return false;
    if (unit === newline) lines = true;
    else if (unit === colon) colons = true;
  }
  return !(lines && (breaks || twoSpaces.test(src))) && !(colons && named.test(src)) && !src.includes("www.");
}

/** What ends a run of text, and what may be part of more that does. */
const ends = signTable("\\<![`*~_");
const doubtful = signTable("\n:.&");
/** Spaces before a line's end, `mailto:` and the like, `://`, `www.`, a number's entity. */
const doubt = /(?<= )\n|(?<=[op]):|:(?=\/)|(?<=w)\.|&(?=#)/y;

/** Where a run of text at the start ends; -1 where it takes marked's rule to tell, which looks ahead from every unit. */
export function endOfPlainText(src: string, breaks: boolean): number {
  if (/^[`~]/.test(src) || src.includes("@")) return -1;
  for (let at = 0; at < src.length; at++) {
    const unit = src.charCodeAt(at);
    if (ends[unit] === 1 && at > 0) return at;
    if (doubtful[unit] !== 1) continue;
    doubt.lastIndex = at;
    if ((breaks && unit === newline) || doubt.test(src)) return -1;
  }
  return src.length;
}
