/** 1 for every sign that can be a mark of inlines, or begin one, by its code. */
const marks = new Uint8Array(128);
for (const sign of "\\<[`*~_&@$\0") marks[sign.charCodeAt(0)] = 1;
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

/** 1 for what ends a run of text, 2 for what may be part of more: an address, a line's end, an entity. */
const ends = new Uint8Array(128);
for (const sign of "\\<![`*~_") ends[sign.charCodeAt(0)] = 1;
for (const sign of "\n:.&") ends[sign.charCodeAt(0)] = 2;
/** Where a run of text at the start ends; -1 where it takes marked's rule to tell, which looks ahead from every unit. */
export function endOfPlainText(src: string, breaks: boolean): number {
  const first = src.charCodeAt(0);
  if (first === 96 || first === 126 || src.includes("@")) return -1;
  for (let at = 0; at < src.length; at++) {
    const kind = ends[src.charCodeAt(at)];
    if (kind === 1 && at > 0) return at;
    if (kind === 2 && isDoubtful(src, at, breaks)) return -1;
  }
  return src.length;
}

/** Spaces before a line's end, `www.`, `mailto:` and the like, `://`, `&#`. */
function isDoubtful(src: string, at: number, breaks: boolean): boolean {
  const before = src.charCodeAt(at - 1);
  switch (src.charCodeAt(at)) {
    case newline:
      return breaks || before === 32;
    case colon:
      return before === 111 || before === 112 || src.charCodeAt(at + 1) === 47;
    case 38:
      return src.charCodeAt(at + 1) === 35;
    default:
      return before === 119;
  }
}
