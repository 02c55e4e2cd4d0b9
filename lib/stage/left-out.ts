import type { RenderOptions } from "@/lib/deck";
import { escapeHtml, unescapeHtml } from "@/lib/stage/html";

type ResolveUrl = NonNullable<RenderOptions["resolveUrl"]>;

const marker = "data:x-left-out,";
const attributeList = String.raw`((?:\s+[\w:-]+="[^"]*")*)\s*`;
const imageTag = new RegExp(`<img${attributeList}>`, "g");
const mediaElement = new RegExp(`<(video|audio)${attributeList}>([\\s\\S]*?)</\\1>`, "g");
const styleAttribute = /(\sstyle=")([^"]*)(")/g;
const background = /<div class="slide-background">[\s\S]*?<\/div>/g;

/**
 * A page that must ask for nothing: every picture and film comes as a data address or stays away, with a box in its
 * place that says what it was and where. Call `resolveUrl` while rendering, then `replace` on the HTML.
 */
export function leaveOutRequests(resolve: ResolveUrl | undefined) {
  const leftOut = new Set<string>();
  const resolveUrl: ResolveUrl = (url, kind) => {
    const resolved = resolve ? resolve(url, kind) : url;
    if (kind === "link" || resolved?.startsWith("data:")) return resolved;
    leftOut.add(url);
    return `${marker}${encodeURIComponent(url)}`;
  };
  return {
    resolveUrl,
    /** Addresses that stayed away, each once. */
    leftOut: (): readonly string[] => [...leftOut],
    replace: (html: string): string =>
      html
        .replace(background, (layer) => layer.replace(imageTag, (tag) => (tag.includes(marker) ? "" : tag)))
        .replace(imageTag, (tag, attributes: string) =>
          tag.includes(`="${marker}`) ? box(readAttribute(attributes, "alt") || "Picture", "picture", markedUrl(tag)) : tag,
        )
        .replace(mediaElement, (all, name: string) =>
          all.includes(`="${marker}`) ? box(name === "audio" ? "Sound" : "Film", name === "audio" ? "sound" : "film", markedUrl(all)) : all,
        )
        .replace(styleAttribute, (_, before: string, css: string, after: string) => before + escapeHtml(withoutAddresses(unescapeHtml(css))) + after),
  };
}

/** A string, which stays whole whatever it says, or an address. */
const stringOrAddress = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\(\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|(?:[^)\\]|\\.)*)\)/gi;

/** CSS without anything that would be fetched; what points into the page itself stays. */
export function withoutAddresses(css: string): string {
  return css.replace(stringOrAddress, (part) => (/^url\(\s*(?!["']?(?:data:(?!x-left-out)|#))/i.test(part) ? "none" : part));
}

function box(words: string, kind: "picture" | "film" | "sound", url: string): string {
  const where = describe(url);
  const note = `This ${kind} is not in the file${where === "" ? "" : `: ${where}`}`;
  const href = /^https?:\/\//i.test(url)
    ? `<a href="${escapeHtml(url)}" target="_blank" rel="noopener noreferrer">${escapeHtml(note)}</a>`
    : escapeHtml(note);
  return `<span class="left-out">${escapeHtml(words)}<small>${href}</small></span>`;
}

/** The host of an address, or the name of a file. */
function describe(url: string): string {
  return /^https?:\/\/([^/?#]+)/i.exec(url)?.[1] ?? url;
}

function markedUrl(html: string): string {
  const encoded = html.slice(html.indexOf(marker) + marker.length).split('"', 1)[0] ?? "";
  return decodeURIComponent(unescapeHtml(encoded));
}

function readAttribute(attributes: string, name: string): string {
  return unescapeHtml(new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1] ?? "");
}
