import type { SlideRule } from "./rule";

const leftover = /\b(?:TODO|TOADD|TODISCUSS|FIXME|TBD|TBC|XXX)\b|\blorem ipsum\b/gi;

/** What somebody meant to write before the talk. Code is left alone: a TODO in it may be the point. */
export const leftovers: SlideRule = ({ tokens, text }) => {
  const seen = new Set<number>();
  return tokens.flatMap(({ token, start, end }) => {
    if (token.type !== "text" || ("tokens" in token && token.tokens)) return [];
    return [...text.slice(start, end).matchAll(leftover)].flatMap((match) => {
      const at = start + match.index;
      const isMark = match[0] === match[0].toUpperCase();
      if (seen.has(at) || (!isMark && !/lorem/i.test(match[0]))) return [];
      seen.add(at);
      return [
        {
          code: "leftover",
          severity: "hint" as const,
          message: isMark ? `There is a ${match[0]} left on this slide.` : "There is filler text left on this slide.",
          start: at,
          end: at + match[0].length,
        },
      ];
    });
  });
};
