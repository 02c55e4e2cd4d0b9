import type { Separators } from "./separators";

/** One slide as reveal.js cuts it; `h` and `v` are its place in the address `#/h/v`. */
export interface RevealSlide {
  readonly text: string;
  /** Offset in the text that was cut. */
  readonly start: number;
  readonly h: number;
  readonly v: number;
}

/**
 * Cuts a text as reveal.js' Markdown plugin does (plugin/markdown/plugin.js, `slidify`): by expressions over the raw
 * text, code or not, each match swallowing its line ends. Stacks come flattened, in order.
 */
export function splitReveal(text: string, { horizontal, vertical }: Separators): readonly RevealSlide[] {
  const any = vertical === undefined ? horizontal : new RegExp(`${horizontal.source}|${vertical.source}`, "gm");
  const isHorizontal = new RegExp(horizontal.source);
  const slides: RevealSlide[] = [];
  let start = 0;
  let h = 0;
  let v = 0;
  const push = (end: number) => slides.push({ text: text.slice(start, end), start, h, v });
  for (const match of text.matchAll(any)) {
    push(match.index);
    start = match.index + match[0].length;
    const cutsHorizontally = isHorizontal.test(match[0]);
    if (cutsHorizontally) {
      h++;
      v = 0;
    } else v++;
  }
  push(text.length);
  return slides;
}
