import { sanitizeStylesheet } from "./sanitize/style";

const styleElement = /<style\b([^>]*)>([\s\S]*?)<\/style\s*>/gi;

/** The unscoped `<style>` of one slide's raw HTML, as written. */
export function readDeckStyles(rawHtml: string): string {
  const found: string[] = [];
  for (const [, attributes = "", css = ""] of rawHtml.matchAll(styleElement)) {
    if (!/\bscoped\b/i.test(attributes)) found.push(css);
  }
  return found.join("\n");
}

/** All of the deck's own CSS, sanitised, under `.slide`. */
export function deckCss(parts: readonly string[]): string {
  const css = parts.filter((part) => part.trim() !== "").join("\n");
  return css === "" ? "" : sanitizeStylesheet(css, { selector: ".slide", idPrefix });
}

/** Put before every id that a deck writes. */
export const idPrefix = "d-";
