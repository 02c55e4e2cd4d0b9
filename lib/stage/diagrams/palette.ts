/**
 * Mermaid reckons with colours and knows no CSS properties. So each property of the theme goes in as a colour that
 * nobody writes, and takes its place in the finished drawing: one drawing then serves every theme and scheme. The
 * fallbacks are for a drawing that is looked at alone.
 */
const entries = [
  ["paper", "var(--paper,#fff)"],
  ["ink", "var(--ink,#15181e)"],
  ["muted", "var(--muted,#5d6470)"],
  ["line", "var(--line,#dcdfe4)"],
  ["tint", "var(--tint,#f3f4f6)"],
  ["accent", "var(--accent,#d8371c)"],
  ["caution", "var(--caution,#a8201a)"],
  ["warning", "var(--warning,#8a4b00)"],
  ["veil", "color-mix(in srgb,var(--ink,#15181e) 5%,transparent)"],
  ["edge", "color-mix(in srgb,var(--muted,#5d6470) 45%,transparent)"],
  ["softAccent", soft("--accent,#d8371c")],
  ["softCaution", soft("--caution,#a8201a")],
  ["softWarning", soft("--warning,#8a4b00")],
  ["hue1", "var(--chart-1,#cf3318)"],
  ["hue2", "var(--chart-2,#1d4fa8)"],
  ["hue3", "var(--chart-3,#8a5a00)"],
  ["hue4", "var(--chart-4,#1c6b36)"],
  ["hue5", "var(--chart-5,#6a3a9c)"],
  ["hue6", "var(--chart-6,#0f6a7a)"],
  ["hue7", "var(--chart-7,#a0296b)"],
  ["hue8", "var(--chart-8,#596170)"],
  ["soft1", soft("--chart-1,#cf3318")],
  ["soft2", soft("--chart-2,#1d4fa8")],
  ["soft3", soft("--chart-3,#8a5a00")],
  ["soft4", soft("--chart-4,#1c6b36")],
  ["soft5", soft("--chart-5,#6a3a9c")],
  ["soft6", soft("--chart-6,#0f6a7a")],
  ["soft7", soft("--chart-7,#a0296b")],
  ["soft8", soft("--chart-8,#596170")],
] as const;

export type PaletteColor = (typeof entries)[number][0];

/** Of a hue as much as words in ink stay easy to read on it. */
function soft(property: string): string {
  return `color-mix(in srgb,var(${property}) 16%,var(--paper,#fff))`;
}

const red = 0x6b;
const green = 0xd1;

/** The colour that stands for a property while mermaid draws. */
export const standIn: Readonly<Record<PaletteColor, string>> = Object.fromEntries(
  entries.map(([name], index) => [name, `#${[red, green, index].map((part) => part.toString(16).padStart(2, "0")).join("")}`]),
) as Record<PaletteColor, string>;

const written = new RegExp(
  `#${red.toString(16)}${green.toString(16)}([0-9a-f]{2})\\b|rgba?\\(\\s*${red},\\s*${green},\\s*(\\d+)(?:,\\s*1)?\\s*\\)`,
  "gi",
);

/** Colours that mermaid writes whatever the theme says, as attributes; what people choose goes into styles. */
const fixed: Readonly<Record<string, PaletteColor>> = {
  "#eaeaea": "tint",
  "#EDF2AE": "softWarning",
  "#666": "muted",
  "#999": "edge",
  "#000": "ink",
  "#000000": "ink",
  black: "ink",
  "#fff": "paper",
  white: "paper",
  // The lines of a grid; the words of an axis say it of their fill, which is the ink's.
  currentColor: "edge",
};
const fixedAttribute = new RegExp(` (fill|stroke)="(${Object.keys(fixed).join("|")})"`, "g");

/** The drawing with the theme's properties where colours stood for them. */
export function paint(svg: string): string {
  const themed = svg.replace(fixedAttribute, (whole, name: string, color: string) => {
    const property = name === "fill" && color === "currentColor" ? "ink" : fixed[color];
    return property === undefined ? whole : ` ${name}="${standIn[property]}"`;
  });
  return themed.replace(written, (whole, hex: string | undefined, decimal: string | undefined) => {
    const index = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return entries[index]?.[1] ?? whole;
  });
}
