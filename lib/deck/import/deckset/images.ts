import type { SourceLine } from "@/lib/deck/import/source-lines";
import type { Report } from "@/lib/deck/import/report";

const image = /!\[([^\]\n]{0,500})\]\(((?:(?!!\[)(?:\\.|\([^()\n]{0,200}\)|[^()\n\\])){1,4000})\)/g;
const film = /^https?:\/\/(?:www\.)?(?:youtube\.com|youtu\.be|vimeo\.com|player\.vimeo\.com)\//;
const media = /\.(?:mp4|mov|m4v|webm|ogv|mp3|m4a|wav|ogg)(?:[?#].*)?$/i;

/** Deckset's pictures: behind the text, beside it, or with `inline` where they stand. */
export function rewriteImages(text: string, line: SourceLine, report: Report): string {
  return text.replace(image, (whole, words: string, address: string) => {
    const url = address.trim().replace(/\\(?=[()])/g, "");
    if (/(?:^|\s)bg(?:\s|$)/.test(words) || /^[wh]:/.test(words)) return whole;
    const wanted = readWords(words);
    if (wanted.unmet.length > 0) report("image", `What "${wanted.unmet.join(" ")}" asks of a picture or film is not known here.`, line);
    if (film.test(url)) return whole === line.text.trim() ? url : `<${url}>`;
    if (media.test(url)) return `![${wanted.alt.join(" ")}](${escapeAddress(url)})`;
    const keywords = wanted.isInline ? inlineKeywords(wanted) : backgroundKeywords(wanted);
    return `![${[...keywords, ...wanted.alt].join(" ")}](${escapeAddress(url)})`;
  });
}

interface Wanted {
  isInline: boolean;
  side: "" | "left" | "right";
  fit: boolean;
  percent: string;
  opacity: string;
  readonly alt: string[];
  readonly unmet: string[];
}

function readWords(words: string): Wanted {
  const wanted: Wanted = { isInline: false, side: "", fit: false, percent: "", opacity: "", alt: [], unmet: [] };
  for (const word of words.split(/[\s,]+/).filter(Boolean)) {
    const alpha = /^alpha\(([\d.]+)\)$/i.exec(word)?.[1];
    const name = word.toLowerCase();
    if (name === "inline") wanted.isInline = true;
    else if (name === "left" || name === "right") wanted.side = name;
    else if (name === "fit") wanted.fit = true;
    else if (/^\d+(?:\.\d+)?%$/.test(name)) wanted.percent = name;
    else if (alpha !== undefined) wanted.opacity = alpha;
    else if (name === "fill" || name === "original") continue;
    else if (/^(?:filtered|autoplay|loop|mute[d]?|hide|corner-radius\(.*\)|top|bottom|\d+:\d+)$/.test(name)) wanted.unmet.push(word);
    else wanted.alt.push(word);
  }
  return wanted;
}

function inlineKeywords({ percent }: Wanted): readonly string[] {
  return percent === "" ? [] : [`w:${percent}`];
}

function backgroundKeywords({ side, fit, percent, opacity }: Wanted): readonly string[] {
  return ["bg", side, fit ? "fit" : "", percent, opacity === "" ? "" : `opacity:${opacity}`].filter((word) => word !== "");
}

function escapeAddress(address: string): string {
  return /[\s()]/.test(address) && !/^\S+ ["']/.test(address) && !address.startsWith("<") ? `<${address}>` : address;
}
