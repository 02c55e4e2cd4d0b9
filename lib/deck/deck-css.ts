import type { DeckStyler } from "./deck";
import { maxStyles } from "./limits";

/** What opens a comment or a style element; the end of each is then looked for once. */
const opening = /<!--|<style\b([^<>]*)>/gi;
const styleEnd = /<\/style\s*>/gi;

/** The unscoped `<style>` of one slide's raw HTML, as written; those in comments are none. */
export function readDeckStyles(rawHtml: string): string {
  const found: string[] = [];
  opening.lastIndex = 0;
  for (let open = opening.exec(rawHtml); open && found.length < maxStyles; open = opening.exec(rawHtml)) {
    const start = opening.lastIndex;
    if (open[0] === "<!--") {
      const end = rawHtml.indexOf("-->", start);
      if (end === -1) break;
      opening.lastIndex = end + 3;
      continue;
    }
    styleEnd.lastIndex = start;
    const close = styleEnd.exec(rawHtml);
    if (!close) break;
    if (!/\bscoped\b/i.test(open[1] ?? "")) found.push(rawHtml.slice(start, close.index));
    opening.lastIndex = styleEnd.lastIndex;
  }
  return found.join("\n");
}

/**
 * All of the deck's own CSS, sanitised, under `.slide`. It is one text for every page that shows the deck, and a relative
 * address would mean something else on each of them: only pictures with a whole address stay.
 */
export function deckCss(parts: readonly string[], styler: DeckStyler): string {
  const css = parts.filter((part) => part.trim() !== "").join("\n");
  return css === "" ? "" : styler.sheet(css, { selector: ".slide", idPrefix, resolvePicture: wholeAddress });
}

/** Marp's words for the number of pages stand in this CSS. */
export function countsPages(css: string): boolean {
  return css.includes("data-marpit-pagination-total");
}

/** The deck's CSS, with how many pages it has: CSS of its own shows it. */
export function withPages(css: string, pages: number): string {
  return `${css}${css === "" ? "" : "\n"}.slide{--pages:"${pages}"}`;
}

function wholeAddress(url: string): string | undefined {
  return /^(?:https|data):/i.test(url) ? url : undefined;
}

/** Put before every id that a deck writes. */
export const idPrefix = "d-";
