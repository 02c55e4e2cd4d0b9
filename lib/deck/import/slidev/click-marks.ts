import type { Tag } from "@/lib/deck/import/html-tags";

type Attribute = Tag["attributes"][number];

/** The `v-mark` of a tag, with whatever it is written with. */
export function markOf({ attributes }: Pick<Tag, "attributes">): Attribute | undefined {
  return attributes.find(({ name }) => /^v-mark(?:\.|$)/.test(name));
}

const hues: Readonly<Record<string, RegExp>> = {
  green: /^(?:green|lime|emerald|teal|olive)/,
  blue: /^(?:blue|sky|cyan|indigo|purple|violet|navy|aqua)/,
};

/**
 * reveal.js' class for what comes closest to a mark (`v-mark.circle.orange`, `v-mark="{ color: '#234' }"`): words that
 * turn to its colour at their press, or are struck through.
 */
export function classOfMark({ name, value = "" }: Attribute): string {
  const said = [...name.split(".").slice(1), /\btype:\s*['"]?([\w-]+)/.exec(value)?.[1] ?? ""];
  if (said.some((word) => word === "strike-through" || word === "crossed-off")) return "strike";
  const color = /\bcolor:\s*['"]?(#?[\w-]+)/.exec(value)?.[1] ?? "";
  const hue = Object.keys(hues).find((one) => [...said, color].some((word) => hues[one]?.test(word)));
  return `highlight-${hue ?? hueOf(color)}`;
}

/** Of red, green and blue the one that is most of a colour in hexadecimal digits. */
function hueOf(color: string): string {
  const [, red, green, blue] = /^#([\da-f]{1,2})([\da-f]{1,2})([\da-f]{1,2})$/i.exec(color)?.map((digits) => Number.parseInt(digits, 16)) ?? [];
  if (red === undefined || green === undefined || blue === undefined || red >= Math.max(green, blue)) return "red";
  return green >= blue ? "green" : "blue";
}
