import type { Border, ThemeColors, TreeStyle } from "@/lib/browser/slides/slide-tree";

const none: Border = { width: 0, color: "00000000" };

/** How plain text looks on a slide that no browser has laid out. */
export function plainStyle(colors: ThemeColors): TreeStyle {
  return {
    display: "block",
    isAside: false,
    color: colors.ink,
    background: "00000000",
    font: "Inter",
    size: 28,
    weight: 400,
    isItalic: false,
    isUnderlined: false,
    isStruck: false,
    isUpperCase: false,
    keepsSpace: false,
    shift: "none",
    lineHeight: 38,
    letterSpacing: 0,
    align: "left",
    isRightToLeft: false,
    padding: [0, 0, 0, 0],
    borders: [none, none, none, none],
    radius: 0,
    fit: "contain",
    marker: undefined,
  };
}

const inline: ReadonlySet<string> = new Set(
  "a abbr b bdi bdo big br cite code del dfn em font i img input ins kbd mark q s samp small span strike strong sub sup time tt u var".split(" "),
);
const headings: Readonly<Record<string, number>> = { h1: 54, h2: 44, h3: 34, h4: 30, h5: 28, h6: 28 };

/** What an element's name says of its look. */
export function styleOf(
  tag: string,
  { outer, colors, list }: { readonly outer: TreeStyle; readonly colors: ThemeColors; readonly list: string | undefined },
): TreeStyle {
  const style: TreeStyle = {
    ...outer,
    display: inline.has(tag) ? "inline" : "block",
    background: "00000000",
    padding: [0, 0, 0, 0],
    borders: [none, none, none, none],
    marker: undefined,
  };
  const size = headings[tag];
  if (size !== undefined) return { ...style, size, lineHeight: size * 1.15, weight: 700 };
  switch (tag) {
    case "b":
    case "strong":
    case "dt":
      return { ...style, weight: 700 };
    case "th":
      return { ...style, weight: 700, padding: [6, 12, 6, 12], borders: [none, none, { width: 2, color: colors.ink }, none] };
    case "td":
      return { ...style, padding: [6, 12, 6, 12], borders: [none, none, { width: 1, color: colors.muted }, none] };
    case "em":
    case "i":
    case "cite":
    case "var":
      return { ...style, isItalic: true };
    case "a":
      return { ...style, color: colors.link, isUnderlined: true };
    case "del":
    case "s":
    case "strike":
      return { ...style, isStruck: true };
    case "sub":
      return { ...style, shift: "sub" };
    case "sup":
      return { ...style, shift: "super" };
    case "code":
    case "kbd":
    case "samp":
    case "tt":
      return { ...style, font: "JetBrains Mono", size: outer.keepsSpace ? outer.size : outer.size * 0.85 };
    case "mark":
      return { ...style, background: colors.tint };
    case "pre":
      return {
        ...style,
        font: "JetBrains Mono",
        size: 22,
        lineHeight: 30,
        keepsSpace: true,
        background: colors.tint,
        padding: [20, 24, 20, 24],
        radius: 12,
      };
    case "blockquote":
      return { ...style, padding: [0, 0, 0, 28], borders: [none, none, none, { width: 5, color: colors.accent }] };
    case "li":
      return { ...style, display: "list-item", padding: [0, 0, 0, 34], marker: { kind: list === "ol" ? "decimal" : "disc", color: colors.accent } };
    default:
      return style;
  }
}
