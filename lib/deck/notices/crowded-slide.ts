import type { SlideContext, SlideRemark, SlideRule } from "./rule";

/** An audience reads or listens; more words than this take longer to read than a slide stands. */
const maxWords = 80;
const maxLevels = 3;

/** Too many words, or lists in lists in lists. */
export const crowdedSlide: SlideRule = (context) => [...tooManyWords(context), ...tooManyLevels(context)];

function tooManyWords({ source, text }: SlideContext): SlideRemark[] {
  // Words take a letter and a space each: most slides need no counting.
  if (text.length < maxWords * 2 || source.words <= maxWords) return [];
  const first = source.titleRange?.[0] ?? source.blocks.find(({ token }) => token.type !== "space")?.start ?? 0;
  const lineEnd = text.indexOf("\n", first);
  return [
    {
      code: "many-words",
      severity: "hint",
      message: `${source.words} words on one slide: people read them instead of listening. Up to ${maxWords} are read in passing.`,
      start: first,
      end: lineEnd === -1 ? text.length : lineEnd,
    },
  ];
}

function tooManyLevels({ tokens }: SlideContext): SlideRemark[] {
  const open: number[] = [];
  for (const { token, start, end } of tokens) {
    while (open.length > 0 && (open.at(-1) ?? 0) <= start) open.pop();
    if (token.type !== "list") continue;
    open.push(end);
    if (open.length <= maxLevels) continue;
    return [
      {
        code: "many-levels",
        severity: "hint",
        message: `This list is ${open.length} levels deep; from the back of a room nobody sees more than ${maxLevels}.`,
        start,
        end,
      },
    ];
  }
  return [];
}
