import type { MarkedExtension, Tokens } from "marked";
import { escapeMarkdown } from "./attributes";
import { backgroundMarks, readImageKeywords } from "./image-keywords";

const video = /^[^?#]*\.(?:mp4|m4v|webm|ogv|mov)(?:[?#]|$)|^data:video\//i;
const audio = /^[^?#]*\.(?:mp3|m4a|aac|ogg|oga|opus|wav|flac)(?:[?#]|$)|^data:audio\//i;

/** What an address holds, by the name of its file. */
export function mediaKindOf(url: string): "video" | "audio" | undefined {
  if (video.test(url)) return "video";
  return audio.test(url) ? "audio" : undefined;
}

const words: Readonly<Record<string, "autoplay" | "loop" | "muted">> = { autoplay: "autoplay", loop: "loop", muted: "muted", mute: "muted" };

/**
 * The image syntax on a film or a recording, as in Deckset: `![autoplay loop muted w:600](clip.mp4)`. Sizes and `bg`
 * are Marp's. One that plays by itself, silently and for ever, is a moving picture and has no controls.
 */
export const media: MarkedExtension = {
  renderer: {
    image(token: Tokens.Image) {
      const kind = mediaKindOf(token.href);
      if (kind === undefined) return false;
      const keywords = readImageKeywords(token.text);
      const { alt, background, style } = keywords;
      const marks = new Set(alt.split(/\s+/).map((word) => words[word]));
      const label = alt
        .split(/\s+/)
        .filter((word) => words[word] === undefined)
        .join(" ");
      const isPicture = kind === "video" && marks.has("autoplay") && marks.has("loop") && marks.has("muted");
      const attributes = [
        ` src="${escapeMarkdown(token.href)}"`,
        isPicture || background ? "" : " controls",
        ' preload="metadata"',
        kind === "video" ? " playsinline" : "",
        ...["autoplay", "loop", "muted"].map((mark) => ([...marks].some((one) => one === mark) || background ? ` ${mark}` : "")),
        label ? ` aria-label="${escapeMarkdown(label)}"` : "",
        token.title ? ` title="${escapeMarkdown(token.title)}"` : "",
        style ? ` style="${style}"` : "",
        backgroundMarks(keywords),
      ];
      return `<${kind}${attributes.join("")}></${kind}>`;
    },
  },
};
