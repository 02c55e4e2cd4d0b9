import type { MarkedExtension, Tokens } from "marked";
import { escapeMarkdown } from "./attributes";

/** What Marp's keywords in an image's alternative text ask for. */
export interface ImageKeywords {
  readonly alt: string;
  readonly background: "" | "full" | "left" | "right";
  /** CSS declarations, from known keywords alone. */
  readonly style: string;
  /** For backgrounds: cover, contain, a percentage. */
  readonly size: string;
  /** For split backgrounds: how much of the slide the picture takes. */
  readonly split: string;
}

const length = /^(?:\d+(?:\.\d+)?(?:px|em|rem|%|cm|mm|in|pt|vw|vh)?|auto)$/;
const filters: Readonly<Record<string, string>> = {
  blur: "10px",
  brightness: "1.5",
  contrast: "2",
  grayscale: "1",
  "hue-rotate": "180deg",
  invert: "1",
  opacity: ".5",
  saturate: "2",
  sepia: "1",
};
const filterArgument = /^-?\d*\.?\d+(?:px|em|rem|%|deg)?$/;

/** Takes the keywords out of the alternative text; what is no keyword stays. */
export function readImageKeywords(text: string): ImageKeywords {
  const styles: string[] = [];
  const filter: string[] = [];
  const words: string[] = [];
  let background: ImageKeywords["background"] = "";
  let size = "";
  let split = "";
  const isBackground = /(?:^|\s)bg(?:\s|$)/.test(text);
  for (const word of text.split(/\s+/)) {
    const colon = word.indexOf(":");
    const name = colon === -1 ? word : word.slice(0, colon);
    const value = colon === -1 ? "" : word.slice(colon + 1);
    const defaultArgument = filters[name];
    if ((name === "w" || name === "width") && length.test(value)) styles.push(`width: ${withUnit(value)}`);
    else if ((name === "h" || name === "height") && length.test(value)) styles.push(`height: ${withUnit(value)}`);
    else if (defaultArgument !== undefined && (value === "" ? isBackground : filterArgument.test(value)))
      filter.push(`${name}(${value || defaultArgument})`);
    else if (isBackground && word === "bg") background = background || "full";
    else if (isBackground && (name === "left" || name === "right") && (value === "" || /^\d+(?:\.\d+)?%$/.test(value))) {
      background = name;
      split = value;
    } else if (isBackground && /^(?:cover|contain|fit|auto|\d+(?:\.\d+)?%)$/.test(word)) size = word === "fit" ? "contain" : word;
    else if (isBackground && word === "vertical") continue;
    else words.push(word);
  }
  if (filter.length > 0) styles.push(`filter: ${filter.join(" ")}`);
  return { alt: words.join(" ").trim(), background, style: styles.join("; "), size, split };
}

function withUnit(value: string): string {
  return /^\d+(?:\.\d+)?$/.test(value) ? `${value}px` : value;
}

/** Images with Marp's keywords; a background leaves the text flow in `decorate/backgrounds.ts`. */
export const images: MarkedExtension = {
  renderer: {
    image(token: Tokens.Image) {
      const { alt, background, style, size, split } = readImageKeywords(token.text);
      const attributes = [
        ` src="${escapeMarkdown(token.href)}" alt="${escapeMarkdown(alt)}"`,
        token.title ? ` title="${escapeMarkdown(token.title)}"` : "",
        style ? ` style="${style}"` : "",
        background ? ` data-l-background="${background}"` : "",
        size ? ` data-l-size="${size}"` : "",
        split ? ` data-l-split="${split}"` : "",
      ];
      return `<img${attributes.join("")}>`;
    },
    paragraph(token: Tokens.Paragraph) {
      const [only, ...others] = token.tokens;
      if (only?.type !== "image" || others.length > 0 || !only.title || /(?:^|\s)bg(?:\s|$)/.test(only.text)) return false;
      const picture = this.parser.parseInline([{ ...only, title: null }]);
      return `<figure>${picture}<figcaption>${escapeMarkdown(only.title)}</figcaption></figure>\n`;
    },
  },
};
