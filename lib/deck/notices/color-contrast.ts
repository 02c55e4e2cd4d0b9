import type { NoticeRule } from "./rule";
import { settingRange } from "./setting-range";

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
        range: settingRange(context, index, ["color", "backgroundColor"]),
      },
    ];
  });
};
