import type { Token } from "marked";
import { languageFor } from "@/lib/deck/language";
import { once } from "./once";

const blockEnds: readonly (readonly [start: RegExp, end: string])[] = [
  [/^\s*<!--/, "-->"],
  [/^\s*<\?/, "?>"],
  [/^\s*<!\[CDATA\[/, "]]>"],
  [/^\s*<![A-Z]/, ">"],
  [/^\s*<script/i, "</script>"],
  [/^\s*<style/i, "</style>"],
  [/^\s*<pre/i, "</pre>"],
  [/^\s*<textarea/i, "</textarea>"],
];

/**
 * Puts slides that another tool's rules have cut into one text, so that the deck language cuts it in the same
 * places: a rule inside a slide becomes `<hr>`, and what nobody closed (a fence, a comment) ends with its slide.
 */
export function joinSlides(slides: readonly string[]): string {
  const keep = once(keepOneSlide);
  return slides.map((slide) => keep(slide.trim())).join("\n\n---\n\n");
}

/** Without these three marks in a line there is no rule, and without one of these nothing outlasts a blank line. */
const mayHoldRule = /([-*_])[ \t]*\1[ \t]*\1/;
const mayStayOpen = /[<`~$:]/;

/** A slide's text so that no break is in it, and one behind it counts. */
export function keepOneSlide(text: string): string {
  if (text === "") return text;
  const ruled = mayHoldRule.test(text) ? hideRules(text) : text.trimEnd();
  if (!mayStayOpen.test(ruled)) return ruled;
  const last = languageFor({ breaks: false }).lexBlocks(`${ruled}\n\n---\n`).at(-1);
  return last === undefined || last.type === "hr" ? ruled : `${ruled}\n${closingOf(last)}`;
}

function hideRules(text: string): string {
  let result = "";
  let offset = 0;
  let afterRule = false;
  for (const { type, raw } of languageFor({ breaks: false }).lexBlocks(text)) {
    const written = type === "hr" ? "<hr>" : text.slice(offset, offset + raw.length);
    offset += raw.length;
    if (afterRule && written.trim() === "") continue;
    // `<hr>` starts an HTML block, which runs to a blank line.
    result += afterRule ? `\n\n${written.replace(/^\n+/, "")}` : written;
    afterRule = type === "hr";
  }
  return result.trimEnd();
}

function closingOf(token: Token): string {
  const fence = token.type === "code" ? /^\s*(`{3,}|~{3,})/.exec(token.raw)?.[1] : undefined;
  if (fence !== undefined) return fence;
  return blockEnds.find(([start]) => start.test(token.raw))?.[1] ?? "";
}
