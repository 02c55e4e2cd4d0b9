import { blankCode } from "./blank-code";
import type { PlacedToken } from "./placed-tokens";
import type { SlideRemark, SlideRule } from "./rule";

/** What only reveal.js, HedgeDoc and HackMD know, where somebody has pasted it into a deck: named, and written as it is meant. */
export const foreignSyntax: SlideRule = ({ text, tokens }) => {
  if (!mayHold.test(text)) return [];
  return [...nameComments(blankCode(text, tokens)), ...nameLines(blankCode(text, tokens, isComment))].slice(0, maxRemarks);
};

function isComment({ token }: PlacedToken): boolean {
  return token.type === "html" && token.raw.trimStart().startsWith("<!--");
}

const mayHold =
  /<!--[ \t]*\.(?:slide|element):|:{3}[ \t]*(?:success|info|warning|danger|spoiler)\b|\{%|[ \t]=\d*(?:px|%)?x\d*(?:px|%)?[ \t]*\)|==|^notes?:[ \t]*$/im;

/** A slide with more of them was not pasted in; it is for the import. */
const maxRemarks = 20;

/** Not here, but in the import, is what turns these into settings and fragments: it is too much for every editor to load. */
function nameComments(text: string): readonly SlideRemark[] {
  return [...text.matchAll(/<!--\s*\.(?:slide|element):[^]*?-->/g)].map(({ index, 0: { length } }) =>
    remark("reveal.js reads attributes from this comment; here it does nothing.", index, length, undefined),
  );
}

interface Line {
  readonly pattern: RegExp;
  readonly message: string;
  /** What stands in the place of the find; with none somebody has to look. */
  readonly write?: (match: RegExpExecArray) => string;
}

/** Looked for line by line, in what is neither code nor comment. */
const lines: readonly Line[] = [
  {
    pattern: /^:{3,}[ \t]*(?:success|info|warning|danger|spoiler)\b.*/gm,
    message: "HackMD gives this box a look; here an alert has one: > [!NOTE].",
  },
  {
    pattern: /\{% *(?:youtube|vimeo|gist|slideshare|speakerdeck|pdf|hackmd|figma) [^%\n]*%\}/gi,
    message: "HackMD fills this in; here it shows as it is written.",
  },
  {
    pattern: /!\[([^\]\n]*)\]\(([^()\n]*?)[ \t]+=(\d*(?:px|%)?)x(\d*(?:px|%)?)[ \t]*\)/g,
    message: "HackMD sizes pictures so; here the size stands first: ![w:100](…).",
    write: ([, alt, target, width, height]) =>
      `![${[width ? `w:${width}` : "", height ? `h:${height}` : "", alt].filter(Boolean).join(" ")}](${target})`,
  },
  {
    pattern: /(?<![=\w])==(?![\s=])([^=\n]{1,500}?)(?<![\s=])==(?![=\w])/g,
    message: "HackMD marks words so; here the signs show.",
    write: ([, words]) => `<mark>${words}</mark>`,
  },
  {
    pattern: /^notes?:[ \t]*$/gim,
    message: "reveal.js takes what follows for notes; here it shows. Notes follow ???.",
    write: () => "???\n",
  },
];

function nameLines(masked: string): readonly SlideRemark[] {
  return lines.flatMap(({ pattern, message, write }) =>
    [...masked.matchAll(pattern)].map((match) => remark(message, match.index, match[0].trimEnd().length, write?.(match))),
  );
}

function remark(message: string, start: number, length: number, text: string | undefined): SlideRemark {
  const said = { code: "foreign-syntax", severity: "info" as const, message, start, end: start + length };
  return text === undefined ? said : { ...said, fix: { label: "Write it as Lectern does", edits: [{ start, end: start + length, text }] } };
}
