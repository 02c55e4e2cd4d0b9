import type { TextEdit } from "@/lib/deck/deck";
import { applyTextEdits } from "@/lib/deck/edits";
import { maskCode } from "@/lib/deck/import/masked-text";

const marks: readonly (readonly [pattern: RegExp, element: string])[] = [
  [/(?<![=\w])==(?![\s=])([^=\n]{1,500}?)(?<![\s=])==(?![=\w])/g, "mark"],
  [/(?<!\+)\+\+(?![\s+])([^+\n]{1,500}?)(?<!\s)\+\+(?!\+)/g, "ins"],
  [/(?<![\\^[])\^([^\s^\]]{1,100})\^(?!\^)/g, "sup"],
  [/(?<![\\~])~([^\s~]{1,100})~(?!~)/g, "sub"],
];

const embeds: Readonly<Record<string, (id: string) => string>> = {
  youtube: (id) => `https://www.youtube.com/watch?v=${id}`,
  vimeo: (id) => `https://vimeo.com/${id}`,
  gist: (id) => `<https://gist.github.com/${id}>`,
  slideshare: (id) => `<https://www.slideshare.net/${id}>`,
  speakerdeck: (id) => `<https://speakerdeck.com/${id}>`,
  hackmd: (id) => `<https://hackmd.io/${id}>`,
  pdf: (id) => `<${id}>`,
  figma: (id) => `<${id}>`,
};

/** Marks, sub- and superscript, readings, embeds, image sizes and who is quoted as the deck language and HTML have them. */
export function convertInline(text: string): string {
  return convertMarks(convertReadings(convertQuoted(convertEmbeds(convertImageSizes(text)))));
}

/** `{漢字|かんじ}`: what is written, and how it is read. */
function convertReadings(text: string): string {
  if (!text.includes("|")) return text;
  return replaceText(
    text,
    /(?<![{\\])\{([^{}|\n]{1,100})\|([^{}|\n]{1,100})\}(?!\})/g,
    ([, written = "", read = ""]) => `<ruby>${written.trim()}<rt>${read.trim()}</rt></ruby>`,
    maskMathAndAddresses,
  );
}

/** `> … [name=Jo] [time=today] [color=red]`: a line under the quote, in the colour that its edge has in HedgeDoc. */
function convertQuoted(text: string): string {
  if (!/\[(?:name|time|color)=/.test(text)) return text;
  return replaceText(text, /(?:\[(?:name|time|color)=[^\]\n]{0,200}\][ \t]*){1,9}$/gm, ([tags], at) => {
    const isQuoted = /^[ \t]*>/.test(text.slice(text.lastIndexOf("\n", at) + 1, at));
    if (!isQuoted) return tags;
    const valueOf = (name: string) => new RegExp(`\\[${name}=([^\\]]*)\\]`).exec(tags)?.[1]?.trim();
    const color = valueOf("color");
    const style = color === undefined || !/^#?[\w(),.% ]+$/.test(color) ? "" : ` style="color: ${color}"`;
    const words = [valueOf("name"), valueOf("time")].filter((word) => word !== undefined && word !== "").join(", ");
    return `<small${style}>${words === "" ? "" : `— ${words}`}</small>`;
  });
}

/** `![](x.png =100x200)` */
function convertImageSizes(text: string): string {
  return replaceText(
    text,
    /!\[((?:(?!!\[)[^\]\n])*)\]\(([^()\n]*?(?:\([^()\n]*\)[^()\n]*?)*)[ \t]+=(\d+(?:px|%)?)?x(\d+(?:px|%)?)?[ \t]*\)/g,
    ([, alt = "", target = "", width, height]) => {
      const words = [width === undefined ? "" : `w:${width}`, height === undefined ? "" : `h:${height}`, alt];
      return `![${words.filter((word) => word !== "").join(" ")}](${target})`;
    },
  );
}

/** `{%youtube id %}`, with a blank line around it where it stands alone, so that it is a paragraph. */
function convertEmbeds(text: string): string {
  return replaceText(text, /\{%[ \t]*(\w+)[ \t]+([^\s%{}]+)[ \t]*%\}/g, ([whole, kind = "", id = ""], at) => {
    const write = embeds[kind.toLowerCase()];
    if (write === undefined) return whole;
    const startsLine = at === 0 || text[at - 1] === "\n";
    const before = startsLine && at > 1 && text[at - 2] !== "\n" ? "\n" : "";
    const next = text.slice(at + whole.length, at + whole.length + 2);
    const after = startsLine && next.startsWith("\n") && next !== "\n\n" && next !== "\n" ? "\n" : "";
    return before + write(id) + after;
  });
}

function convertMarks(text: string): string {
  return marks.reduce(
    (current, [pattern, element]) => replaceText(current, pattern, ([, inside]) => `<${element}>${inside}</${element}>`, maskMathAndAddresses),
    text,
  );
}

/** Replaces what is text: no code, no comments, and nothing else that is masked. */
function replaceText(
  text: string,
  pattern: RegExp,
  write: (match: RegExpExecArray, at: number) => string,
  mask: (masked: string) => string = (masked) => masked,
): string {
  const masked = mask(maskCode(text, { comments: true }));
  const edits = [...masked.matchAll(pattern)].map((match): TextEdit => {
    const end = match.index + match[0].length;
    return { start: match.index, end, text: write(match, match.index) };
  });
  return applyTextEdits(text, edits);
}

function maskMathAndAddresses(masked: string): string {
  const hide = (found: string) => found.replace(/[^\n]/g, "\ue000");
  return masked
    .replace(/\$\$[^$]{1,4000}\$\$/g, hide)
    .replace(/\$[^\s$](?:[^$\n]{0,500}[^\s$])?\$/g, hide)
    .replace(/\]\([^()\s]*(?=[\s)])|<[^<>\n]{1,2000}>|https?:\/\/\S+/g, (found) =>
      /^(?:\]\(.*[~^=+]|https?:|<(?:https?:|[a-z/!]))/i.test(found) ? hide(found) : found,
    );
}
