import { readFenceEnds, type FenceEnds } from "./fence-ends";

/** A piece of a remark slide. Offsets are into the text that was read. */
export type RemarkNode =
  | { readonly kind: "text"; readonly text: string; readonly start: number }
  | { readonly kind: "code"; readonly text: string; readonly start: number }
  | { readonly kind: "macro"; readonly text: string; readonly start: number; readonly macro: RemarkMacro }
  | {
      readonly kind: "box";
      readonly classes: readonly string[];
      readonly block: boolean;
      readonly content: readonly RemarkNode[];
      readonly start: number;
    };

/** `![:name args](object)`. */
export interface RemarkMacro {
  readonly name: string;
  readonly args: string;
  readonly object: string | undefined;
}

/** What stands between two separators. */
export interface RemarkPart {
  /** True after `--`: the slide before goes on. */
  readonly continued: boolean;
  readonly start: number;
  readonly content: readonly RemarkNode[];
  readonly notes: readonly RemarkNode[];
}

const structure =
  /^ *(?<fence>`{3,}(?!`)|~{3,}(?!~)) *[^\s`{]*(?: ?\{+[^}\n]*\}+)? *$|(?:(?<![\s\S])|(?<=\n\n))(?<indented> {4}[^\n]+(?:\n+ {4}[^\n]+)*)|(?<code>`[^`\n][^\n]*?`)|(?<bracket>\[)|^(?<separator>---|--|\?\?\?|<!--[ \t]*break[ \t]*-->)$/gm;
const boxStart = /(\\?)((?:\.[a-zA-Z_-][\w-]*)+)$/;
const macroStart = /!\[:([^\] \n]{1,60})([^\]\n]{0,300})\](?:\(([^)]{0,2000})\))?/y;
/** Longest run of class names before a bracket. */
const maxClassUnits = 200;
/** Boxes inside boxes; deeper ones stay text. */
const maxDepth = 20;

/** Cuts a text as remark's own lexer does (gnab/remark, src/remark/lexer.js and parser.js). */
export function readRemarkParts(text: string): readonly RemarkPart[] {
  const parts: { continued: boolean; start: number; content: RemarkNode[]; notes: RemarkNode[] }[] = [];
  let part = { continued: false, start: 0, content: new Array<RemarkNode>(), notes: new Array<RemarkNode>() };
  let inNotes = false;
  for (const token of lex(text, 0, 0, matchBrackets(text))) {
    if (token.kind !== "separator") (inNotes ? part.notes : part.content).push(token);
    else if (token.text === "???") {
      // remark forgets the notes before a second separator; nothing is to be lost here.
      inNotes = true;
    } else {
      parts.push(part);
      part = { continued: token.text === "--", start: token.end, content: [], notes: [] };
      inNotes = false;
    }
  }
  return [...parts, part];
}

type Token = RemarkNode | { readonly kind: "separator"; readonly text: string; readonly end: number };

/** Longer fences than this end by their own mark alone. */
const maxFence = 10;

/** A fence that nothing as long ends is ended by a shorter one: then remark takes its first marks for less than all of it. */
function endOfFence(fences: FenceEnds, from: number, fence: string): { readonly end: number; readonly surplus: number } {
  for (let marks = fence.length; ; marks--) {
    const end = fences.endAfter(from, marks === fence.length ? fence : fence.slice(0, marks));
    if (end !== -1 || marks <= 3 || fence.length > maxFence) return { end, surplus: fence.length - marks };
  }
}

function lex(text: string, base: number, depth: number, partners: Int32Array): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (kind: "text" | "code", end: number) => {
    if (end > at) tokens.push({ kind, text: text.slice(at, end), start: base + at });
    at = Math.max(at, end);
  };
  const pattern = new RegExp(structure.source, structure.flags);
  const fences = readFenceEnds(text);
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const { fence, indented, bracket, separator } = match.groups ?? {};
    if (fence !== undefined) {
      const { end, surplus } = endOfFence(fences, match.index + match[0].length, fence);
      if (end !== -1) {
        take("text", match.index);
        const open = text.indexOf(fence, at);
        if (surplus > 0) tokens.push({ kind: "code", text: text.slice(at, open) + text.slice(open + surplus, end), start: base + at });
        if (surplus > 0) at = end;
        else take("code", end);
      }
    } else if (indented !== undefined) {
      take("text", match.index);
      take("code", match.index + indented.length);
    } else if (separator !== undefined && depth === 0) {
      take("text", Math.max(at, match.index - 1));
      at = match.index + separator.length + (separator === "--" ? 0 : 1);
      tokens.push({ kind: "separator", text: separator, end: base + at });
    } else if (bracket !== undefined) {
      const special = readMacro(text, match.index, base) ?? readBox(text, at, match.index, { base, depth, partners });
      if (special) {
        take("text", special.start);
        tokens.push(special.node);
        at = special.end;
      }
    }
    pattern.lastIndex = Math.max(at, match.index + match[0].length);
  }
  take("text", text.length);
  return tokens;
}

interface Special {
  readonly node: RemarkNode;
  readonly start: number;
  readonly end: number;
}

function readMacro(text: string, bracket: number, base: number): Special | undefined {
  macroStart.lastIndex = Math.max(0, bracket - 1);
  const match = macroStart.exec(text);
  if (!match?.[1]) return undefined;
  const macro = { name: match[1], args: (match[2] ?? "").trim(), object: match[3] };
  return { node: { kind: "macro", text: match[0], start: base + match.index, macro }, start: match.index, end: macroStart.lastIndex };
}

interface BoxContext {
  readonly base: number;
  readonly depth: number;
  readonly partners: Int32Array;
}

function readBox(text: string, from: number, bracket: number, { base, depth, partners }: BoxContext): Special | undefined {
  if (text[bracket - 1] === undefined || depth >= maxDepth) return undefined;
  const before = text.slice(Math.max(from, bracket - maxClassUnits), bracket);
  const match = boxStart.exec(before);
  const close = (partners[base + bracket] ?? -1) - base;
  if (!match?.[2] || close < bracket) return undefined;
  const start = bracket - match[0].length;
  const inside = text.slice(bracket + 1, close);
  // Markdown reads `\.` as a dot: what is escaped may stay as it is.
  if (match[1] !== "") return { node: { kind: "code", text: text.slice(start, close + 1), start: base + start }, start, end: close + 1 };
  const content = lex(inside, base + bracket + 1, depth + 1, partners).filter((token) => token.kind !== "separator");
  const classes = match[2].slice(1).split(".");
  return { node: { kind: "box", classes, block: inside.includes("\n"), content, start: base + start }, start, end: close + 1 };
}

/** For every `[` the offset of the `]` that balances it, else -1. */
function matchBrackets(text: string): Int32Array {
  const partners = new Int32Array(text.length).fill(-1);
  const open: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 91) open.push(i);
    else if (unit === 93) {
      const start = open.pop();
      if (start !== undefined) partners[start] = i;
    }
  }
  return partners;
}
