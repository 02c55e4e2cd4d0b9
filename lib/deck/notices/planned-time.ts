import { noticeRange, type NoticeContext, type NoticeRule } from "./rule";

/** What the slides are planned to take, against the time that the deck says there is. */
export const plannedTime: NoticeRule = (context) => {
  const slotS = context.settings.durationS;
  const planned = context.slides.filter((slide) => !slide.hidden && slide.durationS !== undefined);
  if (slotS === undefined || planned.length === 0) return [];
  const totalS = planned.reduce((sum, { durationS = 0 }) => sum + durationS, 0);
  if (totalS <= slotS) return [];
  return [
    {
      code: "planned-time",
      severity: "warning",
      message: `The slides are planned for ${timeText(totalS)}, the talk for ${timeText(slotS)}: ${timeText(totalS - slotS)} too much.`,
      range: durationRange(context),
    },
  ];
};

/** `12 min`, `1 min 30 s`. */
function timeText(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = Math.round(seconds % 60);
  if (minutes === 0) return `${rest} s`;
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}

function durationRange(context: NoticeContext): ReturnType<typeof noticeRange> {
  const block = context.text.slice(0, context.front.length);
  const match = /^duration[ \t]*:.*$/m.exec(block);
  return match ? noticeRange(context, match.index, match.index + match[0].length) : noticeRange(context, 0, Math.min(3, block.length));
}
