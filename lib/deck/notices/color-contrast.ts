import { noticeRange, type NoticeContext, type NoticeRule } from "./rule";

/** WCAG 2.2, 1.4.3: large text passes with 3, but a projector takes contrast away. */
const minContrast = 4.5;

/** Where a deck sets both the text's colour and the ground's itself, they have to be told apart. */
export const colorContrast: NoticeRule = (context) => {
  const { contrastOf } = context;
  if (!contrastOf) return [];
  let before = "";
  return context.slides.flatMap((slide, index) => {
    const text = slide.style["color"] ?? "";
    const ground = slide.style["background-color"] ?? "";
    const pair = `${text} ${ground}`;
    // Settings hold on for the slides behind: what is wrong is said once, where it begins.
    const isKnown = pair === before;
    before = pair;
    if (isKnown || text === "" || ground === "") return [];
    const contrast = contrastOf(text, ground);
    if (contrast === undefined || contrast >= minContrast) return [];
    return [
      {
        code: "color-contrast",
        severity: "warning" as const,
        message: `${text} on ${ground} has a contrast of ${contrast.toFixed(1)} to 1; text needs ${minContrast}.`,
        range: settingRange(context, index),
      },
    ];
  });
};

/** The setting on the slide itself, else the one in the front matter. */
function settingRange(context: NoticeContext, slide: number): ReturnType<typeof noticeRange> {
  const start = context.slideStarts[slide] ?? 0;
  const own = context.items[slide]?.source.written.find(({ key }) => isColor(key));
  if (own) return noticeRange(context, start + own.start, start + own.end);
  const front = [...context.front.keys].find(([key]) => isColor(key));
  if (!front) return noticeRange(context, start, start);
  const lineEnd = context.text.indexOf("\n", front[1]);
  return noticeRange(context, front[1], lineEnd === -1 ? context.text.length : lineEnd);
}

function isColor(key: string): boolean {
  return key === "color" || key === "backgroundColor";
}
