import type { TextEdit } from "@/lib/deck/deck";
import { applyTextEdits } from "@/lib/deck/edits";
import { changeTag, readTags, type Tag } from "@/lib/deck/import/html-tags";
import { maskCode } from "@/lib/deck/import/masked-text";

/** Slidev's canvas is 980 px wide, that of the deck language 1280; one step of UnoCSS is a quarter of 16 px. */
const pxPerStep = (1280 / 980) * 4;

const words: Readonly<Record<string, string>> = {
  grid: "display:grid",
  flex: "display:flex",
  "flex-col": "flex-direction:column",
  "flex-row": "flex-direction:row",
  "flex-wrap": "flex-wrap:wrap",
  "flex-1": "flex:1 1 0",
  "items-start": "align-items:start",
  "items-center": "align-items:center",
  "items-end": "align-items:end",
  "justify-start": "justify-content:start",
  "justify-center": "justify-content:center",
  "justify-end": "justify-content:end",
  "justify-between": "justify-content:space-between",
  "justify-around": "justify-content:space-around",
  "place-content-center": "place-content:center",
  "text-left": "text-align:left",
  "text-center": "text-align:center",
  "text-right": "text-align:right",
  "mx-auto": "margin-inline:auto",
  "my-auto": "margin-block:auto",
  "font-bold": "font-weight:700",
  "w-full": "width:100%",
  "h-full": "height:100%",
  "text-sm": "font-size:.875em",
  "text-base": "font-size:1em",
  "text-lg": "font-size:1.125em",
  "text-xl": "font-size:1.25em",
  "text-2xl": "font-size:1.5em",
  "text-3xl": "font-size:1.875em",
  "text-4xl": "font-size:2.25em",
  "text-5xl": "font-size:3em",
  "text-6xl": "font-size:3.75em",
};

const sides: Readonly<Record<string, string>> = { "": "", t: "-top", b: "-bottom", l: "-left", r: "-right", x: "-inline", y: "-block" };

/** Utilities with a number in them, and what they declare. */
const forms: readonly (readonly [pattern: RegExp, declare: (...parts: string[]) => string])[] = [
  [/^grid-cols-(\d{1,2})$/, (count) => `grid-template-columns:repeat(${count},minmax(0,1fr))`],
  [/^grid-cols-\[([\w.%,-]+)\]$/, (tracks) => `grid-template-columns:${tracks.replaceAll("_", " ")}`],
  [/^grid-rows-(\d{1,2})$/, (count) => `grid-template-rows:repeat(${count},minmax(0,1fr))`],
  [/^col-span-(\d{1,2})$/, (count) => `grid-column:span ${count}`],
  [/^row-span-(\d{1,2})$/, (count) => `grid-row:span ${count}`],
  [/^gap-(\d{1,2})$/, (steps) => `gap:${px(steps)}`],
  [/^gap-x-(\d{1,2})$/, (steps) => `column-gap:${px(steps)}`],
  [/^gap-y-(\d{1,2})$/, (steps) => `row-gap:${px(steps)}`],
  [/^(m|p)([tblrxy]?)-(\d{1,2})$/, (box, side, steps) => `${box === "m" ? "margin" : "padding"}${sides[side] ?? ""}:${px(steps)}`],
  [/^([wh])-(\d{1,3})$/, (side, steps) => `${side === "w" ? "width" : "height"}:${px(steps)}`],
  [/^([wh])-(\d)\/(\d{1,2})$/, (side, part, whole) => `${side === "w" ? "width" : "height"}:${percent(Number(part) / Number(whole))}`],
  [/^(?:opacity-|op-?)(\d{1,3})$/, (share) => `opacity:${Math.min(100, Number(share)) / 100}`],
];

/**
 * The utilities of UnoCSS that lay a slide out, as the style that they stand for: grids and rows, gaps, margins, sizes.
 * Their names stay, and so does a tag that has a style of its own.
 */
export function convertUtilities(text: string): string {
  if (!/\s(?:class|className|grid|flex)=/.test(text)) return text;
  const edits = readTags(maskCode(text, { comments: true })).flatMap((tag): TextEdit[] => {
    const style = styleOf(tag);
    return style === "" ? [] : [{ start: tag.start, end: tag.end, text: changeTag(text, tag, { set: { style } }) }];
  });
  return applyTextEdits(text, edits);
}

function styleOf({ name, kind, attributes }: Tag): string {
  if (kind === "close" || !/^[a-z][a-z0-9]*$/.test(name)) return "";
  if (attributes.some((attribute) => attribute.name === "style" || attribute.name === ":style")) return "";
  const used = attributes.flatMap((attribute) => utilitiesIn(attribute.name, attribute.value ?? ""));
  const declared = new Set(used.flatMap((utility) => declarationOf(utility) ?? []));
  return [...declared].join(";");
}

/** `class="grid grid-cols-2"`, and `grid="~ cols-2 gap-4"`, which says the same. */
function utilitiesIn(attribute: string, value: string): readonly string[] {
  const written = value.split(/\s+/).filter((word) => word !== "");
  if (attribute === "class") return written;
  if (attribute !== "grid" && attribute !== "flex") return [];
  return written.map((word) => (word === "~" ? attribute : word.startsWith("gap-") ? word : `${attribute}-${word}`));
}

function declarationOf(utility: string): string | undefined {
  const known = words[utility];
  if (known !== undefined) return known;
  for (const [pattern, declare] of forms) {
    const match = pattern.exec(utility);
    if (match) return declare(...match.slice(1));
  }
  return undefined;
}

function px(steps: string): string {
  return `${Math.round(Number(steps) * pxPerStep)}px`;
}

function percent(share: number): string {
  return Number.isFinite(share) ? `${Math.round(share * 10_000) / 100}%` : "auto";
}
