import type { SlideRule } from "./rule";

/** The least size that the back row reads, on a canvas of 1280x720 (the same floor as the themes'). */
const minPx = 18;
const bodyPx = 30;
const pxPerUnit: Readonly<Record<string, number>> = { px: 1, pt: 4 / 3, em: bodyPx, rem: bodyPx, "%": bodyPx / 100, vw: 12.8, vh: 7.2 };
const fontSize = /font-size\s*:\s*(\d*\.?\d+)(px|pt|r?em|%|vw|vh)|<font\b[^>]*\bsize\s*=\s*["']?(-\d|[12])\b/gi;

/** Sizes set by hand in HTML that the back row can't read. */
export const smallText: SlideRule = ({ tokens, text }) =>
  tokens.flatMap(({ token, start, end }) => {
    if (token.type !== "html") return [];
    return [...text.slice(start, end).matchAll(fontSize)].flatMap((match) => {
      const px = match[1] === undefined ? 13 : Number(match[1]) * (pxPerUnit[match[2]?.toLowerCase() ?? ""] ?? bodyPx);
      // Nothing is written in no size; CSS uses that to hide.
      if (px >= minPx || px === 0) return [];
      const at = start + match.index;
      return [
        {
          code: "small-text",
          severity: "warning" as const,
          message: `Text of ${Math.round(px)} px can't be read from the back row; ${minPx} px is the least.`,
          start: at,
          end: at + match[0].length,
          ...(match[1] === undefined
            ? {}
            : { fix: { label: `Make it ${minPx} px`, edits: [{ start: at, end: at + match[0].length, text: `font-size: ${minPx}px` }] } }),
        },
      ];
    });
  });
