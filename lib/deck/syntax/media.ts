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

/** Words of the description that ask, by the attribute they become; playing by itself waits for the slide. */
const words: Readonly<Record<string, string>> = { autoplay: "data-l-autoplay", loop: "loop", muted: "muted", mute: "muted" };
const likePicture = ["data-l-autoplay", "loop", "muted"];

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
      const said = alt.split(/\s+/);
      const label = said.filter((word) => words[word] === undefined).join(" ");
      const asked = background === "" ? likePicture.filter((mark) => said.some((word) => words[word] === mark)) : likePicture;
      const isPicture = kind === "video" && asked.length === likePicture.length;
      const attributes = [
        ` src="${escapeMarkdown(token.href)}"`,
        isPicture ? "" : " controls",
        ' preload="metadata"',
        kind === "video" ? " playsinline" : "",
        ...asked.map((mark) => ` ${mark}`),
        label ? ` aria-label="${escapeMarkdown(label)}"` : "",
        token.title ? ` title="${escapeMarkdown(token.title)}"` : "",
        style ? ` style="${style}"` : "",
        backgroundMarks(keywords),
      ];
      return `<${kind}${attributes.join("")}></${kind}>`;
    },
  },
};
