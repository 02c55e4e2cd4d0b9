import { isNoColor } from "@/lib/deck/no-color";
import type { NoticeRule } from "./rule";
import { settingRange } from "./setting-range";

const settings = [
  { key: "color", property: "color" },
  { key: "backgroundColor", property: "background-color" },
] as const;

/** A colour that is none leaves the theme's in its place. */
export const unknownColors: NoticeRule = (context) => {
  const { contrastOf } = context;
  if (!contrastOf) return [];
  const isKnown = (color: string) => contrastOf(color, "#000") !== undefined;
  return settings.flatMap(({ key, property }) => {
    let before = "";
    return context.slides.flatMap((slide, index) => {
      const value = slide.style[property] ?? "";
      // Settings hold on for the slides behind: what is wrong is said once, where it begins.
      const isSaid = value === before;
      before = value;
      if (isSaid || value === "" || !isNoColor(value.trim(), isKnown)) return [];
      const instead = value.includes("(") ? "; a gradient or a picture goes into backgroundImage" : "";
      return [
        {
          code: "setting-value",
          severity: "warning" as const,
          message: `${key} is a colour like navy or #003366${instead}; ${JSON.stringify(value)} is none.`,
          range: settingRange(context, index, [key]),
        },
      ];
    });
  });
};
