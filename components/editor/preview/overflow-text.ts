import type { Slide } from "@/lib/deck";

/** A screen is 10 % full of nothing before anybody calls it overflowing: what is measured rounds to this. */
const screenDecimals = 10;

/** `3.1 screens tall: split at its 6 headings`: by how much a slide runs over, and what would mend it. */
export function overflowText(screens: number, slideSource: string): string {
  return `${screensText(screens)}: ${cureText(slideSource)}`;
}

/** Short form for a badge: `3.1×`. */
export function overflowBadge(screens: number): string {
  return `${roundUp(screens)}×`;
}

/** A slide's own text. */
export function sourceOfSlide(source: string, slide: Pick<Slide, "range">): string {
  return source.slice(slide.range.start, slide.range.end);
}

function screensText(screens: number): string {
  return `${roundUp(screens)} screens tall`;
}

/** Rounded up, so that what runs over never reads as 1. */
function roundUp(screens: number): string {
  return (Math.ceil(Math.max(screens, 1.01) * screenDecimals - 1e-9) / screenDecimals).toString();
}

function cureText(slideSource: string): string {
  const { headings, codeLines, listItems } = countParts(slideSource);
  if (headings > 1) return `split at its ${headings} headings`;
  if (codeLines > 12) return `show fewer of its ${codeLines} lines of code`;
  if (listItems > 7) return `split its list of ${listItems}`;
  return "split it in two or shorten it";
}

interface Parts {
  readonly headings: number;
  readonly codeLines: number;
  readonly listItems: number;
}

function countParts(slideSource: string): Parts {
  let fence: string | undefined;
  let headings = 0;
  let codeLines = 0;
  let listItems = 0;
  let isAfterText = false;
  for (const line of slideSource.split("\n")) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark !== undefined && mark.startsWith(fence) && line.trim() === mark) fence = undefined;
      else codeLines += 1;
    } else if (mark !== undefined) fence = mark;
    else if (/^ {0,3}#{1,6}\s/.test(line) || (isAfterText && /^ {0,3}(?:=+|-+)\s*$/.test(line))) headings += 1;
    else if (/^\s*(?:[-*+]|\d+[.)])\s/.test(line)) listItems += 1;
    isAfterText = fence === undefined && line.trim() !== "";
  }
  return { headings, codeLines, listItems };
}
