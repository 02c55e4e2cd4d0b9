import { convertBoxes } from "@/lib/deck/import/hedgedoc/boxes";
import { convertInline } from "@/lib/deck/import/hedgedoc/inline";
import { findComments, maskCode } from "@/lib/deck/import/masked-text";
import { convertSlideAttributes, readAttributeComment } from "@/lib/deck/import/reveal/attributes";
import { convertElementComments } from "@/lib/deck/import/reveal/element-comments";
import { writeSettings } from "@/lib/deck/import/slide-comments";
import type { SlideRemark, SlideRule } from "./rule";

/** What only reveal.js, HedgeDoc and HackMD know, where somebody has pasted it into a deck: named, and written as it is meant. */
export const foreignSyntax: SlideRule = ({ text }) => {
  if (!mayHold.test(text)) return [];
  const masked = maskCode(text);
  return [...nameComments(text, masked), ...nameLines(text, maskCode(text, { comments: true }))].slice(0, maxRemarks);
};

const mayHold =
  /<!--[ \t]*\.(?:slide|element):|:{3,}[ \t]*(?:success|info|warning|danger|spoiler)\b|\{%|[ \t]=\d*(?:px|%)?x\d*(?:px|%)?[ \t]*\)|==|^notes?:[ \t]*$/im;

/** A slide with more of them was not pasted in; it is for the import. */
const maxRemarks = 20;

function nameComments(text: string, masked: string): readonly SlideRemark[] {
  return findComments(masked).flatMap(({ start, end }): SlideRemark[] => {
    const read = readAttributeComment(text.slice(start + 4, end - 3));
    if (read === undefined) return [];
    const fix = read.of === "slide" ? writeSlide(text, start, end) : rewriteAll(text, convertElementComments(text));
    const what = read.of === "slide" ? "a slide's attributes" : "the attributes of what stands before it";
    return [remark(`reveal.js takes this comment for ${what}; here it does nothing.`, { start, end }, fix)];
  });
}

function writeSlide(text: string, start: number, end: number): Fix | undefined {
  const read = readAttributeComment(text.slice(start + 4, end - 3));
  if (read === undefined) return undefined;
  const { values, lead } = convertSlideAttributes(read.attributes);
  const written = [writeSettings(values), lead].filter((part) => part !== "").join("\n\n");
  return { label: "Write it as settings", edits: [{ start, end, text: written }] };
}

interface Line {
  readonly pattern: RegExp;
  readonly message: string;
  readonly fix: (text: string, start: number, end: number) => Fix | undefined;
}

/** Looked for line by line, in what is neither code nor comment. */
const lines: readonly Line[] = [
  {
    pattern: /^[ \t]*:{3,}[ \t]*(?:success|info|warning|danger|spoiler)\b.*/gm,
    message: "This box is one of HackMD's; here it is a box without a look of its own.",
    fix: (text) => rewriteAll(text, convertBoxes(text)),
  },
  {
    pattern: /\{%[ \t]*(?:youtube|vimeo|gist|slideshare|speakerdeck|hackmd|pdf|figma)[ \t]+[^\s%{}]+[ \t]*%\}/gi,
    message: "This embed is HackMD's; here it shows as it is written.",
    fix: rewriteLine,
  },
  {
    pattern: /!\[[^\]\n]*\]\([^()\n]*[ \t]=\d*(?:px|%)?x\d*(?:px|%)?[ \t]*\)/g,
    message: "HackMD sizes pictures so; here a picture's size stands before its words: ![w:100 …](…).",
    fix: rewriteLine,
  },
  {
    pattern: /(?<![=\w])==(?![\s=])[^=\n]{1,500}?(?<![\s=])==(?![=\w])/g,
    message: "HackMD marks words so; here the signs show. <mark> does it.",
    fix: rewriteLine,
  },
  {
    pattern: /^notes?:[ \t]*$/gim,
    message: "reveal.js takes what follows for speaker notes; here it shows on the slide. Notes follow ???.",
    fix: (_text, start, end) => ({ label: "Make it speaker notes", edits: [{ start, end, text: "???\n" }] }),
  },
];

function nameLines(text: string, masked: string): readonly SlideRemark[] {
  return lines.flatMap(({ pattern, message, fix }) =>
    [...masked.matchAll(pattern)].slice(0, maxRemarks).map((match) => {
      const start = match.index + match[0].search(/\S/);
      const end = match.index + match[0].trimEnd().length;
      return remark(message, { start, end }, fix(text, start, end));
    }),
  );
}

type Fix = NonNullable<SlideRemark["fix"]>;

function remark(message: string, { start, end }: { readonly start: number; readonly end: number }, fix: Fix | undefined): SlideRemark {
  return { code: "foreign-syntax", severity: "info", message, start, end, ...(fix === undefined ? {} : { fix }) };
}

function rewriteLine(text: string, start: number, end: number): Fix | undefined {
  const written = convertInline(text.slice(start, end));
  return written === text.slice(start, end) ? undefined : { label: "Write it as Lectern does", edits: [{ start, end, text: written }] };
}

/** What hangs together is mended together: from where the two texts part to where they meet again. */
function rewriteAll(text: string, converted: string): Fix | undefined {
  const written = converted.trimEnd() + text.slice(text.trimEnd().length);
  if (written === text) return undefined;
  let start = 0;
  while (start < text.length && text[start] === written[start]) start++;
  let tail = 0;
  while (tail < text.length - start && tail < written.length - start && text.at(-1 - tail) === written.at(-1 - tail)) tail++;
  return {
    label: "Write all of them as Lectern does",
    edits: [{ start, end: text.length - tail, text: written.slice(start, written.length - tail) }],
  };
}
