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

/** The first list that goes too deep, named where it does, with how deep it goes. */
function tooManyLevels({ tokens }: SlideContext): SlideRemark[] {
  const open: number[] = [];
  let found: { start: number; end: number; levels: number } | undefined;
  for (const { token, start, end } of tokens) {
    while (open.length > 0 && (open.at(-1) ?? 0) <= start) open.pop();
    if (found && open.length === 0) break;
    if (token.type !== "list") continue;
    open.push(end);
    if (open.length > (found?.levels ?? maxLevels)) found = { start: found?.start ?? start, end: found?.end ?? end, levels: open.length };
  }
  if (!found) return [];
  const { start, end, levels } = found;
  const message = `This list is ${levels} levels deep; from the back of a room nobody sees more than ${maxLevels}.`;
  return [{ code: "many-levels", severity: "hint", message, start, end }];
}
