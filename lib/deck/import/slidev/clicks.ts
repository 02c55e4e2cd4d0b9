import type { TextEdit } from "@/lib/deck/deck";
import { applyTextEdits } from "@/lib/deck/edits";
import { collapseBlankLines } from "@/lib/deck/import/blank-lines";
import { changeTag, voidElements, type Tag } from "@/lib/deck/import/html-tags";
import { expandGroups } from "./click-groups";
import { placeClicks, readOrder, type Order, type Place, type PlacedUnit } from "./click-places";
import { readAnimated, type Animated, type AnimatedCode, type AnimatedList, type AnimatedSwitch, type AnimatedTag } from "./click-units";

/**
 * Slidev's click animations as fragments: `<v-click>` and `<v-clicks>` around something, `v-click` on an element,
 * `<v-switch>`, and the steps of code beside them. What does not simply come with the next press says with which.
 */
export function convertClicks(text: string): string {
  // A slide whose code alone says its press is Slidev's, unless other things on it say theirs in the deck language.
  const hasCode = /\bat:|\{\s*hide\b/.test(text) && !text.includes("fragment-index=");
  if (!hasCode && !/v-click|v-after|v-switch|v-mark|VClick|VAfter|VSwitch|\/>/.test(text)) return text;
  const expanded = expandGroups(text);
  const { animated, odd } = readAnimated(expanded);
  const places = placeClicks(animated);
  const placed = animated.flatMap((unit) => {
    const place = places.get(unit);
    return place === undefined ? [] : unit.kind === "switch" ? placeCases(unit, place) : [{ unit, ...place }];
  });
  const shown = placed.filter(({ unit }) => unit.kind !== "counted" && unit.kind !== "gap");
  const order = readOrder(shown.filter(changes).map((one): PlacedUnit => ({ ...one, start: one.unit.start, presses: one.unit.presses })));
  const edits = [
    ...shown.flatMap(({ unit, ...place }) => write(expanded, unit, { place, order })),
    ...animated.flatMap((unit) => (unit.kind === "switch" ? writeSwitch(unit) : unit.kind === "gap" ? [{ ...unit, text: "" }] : [])),
    ...odd.map((tag) => ({ start: tag.start, end: tag.end, text: endTag(tag, expanded.slice(tag.start, tag.end)) })),
  ];
  return collapseBlankLines(applyTextEdits(expanded, edits));
}

/** Whether anything comes or goes here with a press: what Slidev hides for a while stays. */
function changes({ unit, from, until }: { readonly unit: Animated } & Place): boolean {
  return "hides" in unit && unit.hides ? until === undefined && from > 0 : from > 0 || until !== undefined;
}

interface Written {
  readonly place: Place;
  readonly order: Order;
}

function write(text: string, unit: Animated, { place, order }: Written): readonly TextEdit[] {
  switch (unit.kind) {
    case "element":
    case "case":
      return writeElement(text, unit, layersOf(unit, place, order));
    case "wrapper":
      return writeWrapper(unit, layersOf(unit, place, order));
    case "list":
      return writeList(unit, order.isIndexed ? place.from : undefined);
    case "box":
      return order.isIndexed ? [{ start: unit.start, end: unit.end, text: openBox(["fragment"], { "fragment-index": String(place.from) }) }] : [];
    case "code":
      return writeCode(unit, order.isIndexed ? place.from : undefined);
    case "switch":
    case "counted":
    case "gap":
      return [];
  }
}

/** The cases of a switch at their places: each goes when the next one comes. */
function placeCases(unit: AnimatedSwitch, { from }: Place): readonly ({ readonly unit: Animated } & Place)[] {
  const last = from + unit.presses - 1;
  return unit.cases.map((one) => {
    const until = from + one.until - 1;
    return until > last ? { unit: one, from: from + one.from - 1 } : { unit: one, from: from + one.from - 1, until };
  });
}

/** One element of a fragment: what it does, with which press. */
interface Layer {
  readonly classes: readonly string[];
  readonly index: string | undefined;
}

/** From the outside in. None where it always shows, as what Slidev hides only for a while does here. */
function layersOf({ hides, look }: AnimatedTag, { from, until }: Place, { isIndexed, leavesWithNext }: Order): readonly Layer[] {
  const layer = (classes: readonly string[], press: number): Layer => ({ classes, index: isIndexed ? String(press) : undefined });
  if (look !== undefined) return [layer(["fragment", look], from)];
  if (hides) return until === undefined && from > 0 ? [layer(["fragment", "fade-out"], from)] : [];
  if (from > 0 && leavesWithNext({ from, ...(until === undefined ? {} : { until }) })) return [layer(["fragment", "fade-in-then-out"], from)];
  return [...(until === undefined ? [] : [layer(["fragment", "fade-out"], Math.max(1, until))]), ...(from > 0 ? [layer(["fragment"], from)] : [])];
}

function writeElement(text: string, { kind, open, close, drop }: AnimatedTag, layers: readonly Layer[]): readonly TextEdit[] {
  const isCase = kind === "case";
  const own = layers.at(-1);
  const around = canBeWrapped(open, close) ? layers.slice(0, -1) : [];
  const set: Record<string, string> = own?.index === undefined ? {} : { "data-fragment-index": own.index };
  const changed = isCase
    ? `<div${own === undefined ? "" : attributesOf(own)}>`
    : endTag(open, changeTag(text, open, { classes: own?.classes ?? [], drop, set }));
  const wrapper = inLine.has(open.name) ? "span" : "div";
  const before = around.map((layer) => `<${wrapper}${attributesOf(layer)} style="display:contents">`).join("");
  const after = around.map(() => `</${wrapper}>`).join("");
  const edits = [{ start: open.start, end: open.end, text: before + changed + (close === undefined ? after : "") }];
  if (close !== undefined && isCase) edits.push({ start: close.start, end: close.end, text: `</div>${after}` });
  else if (close !== undefined && after !== "") edits.push({ start: close.end, end: close.end, text: after });
  return edits;
}

/** Elements that are part of a line. */
const inLine: ReadonlySet<string> = new Set([
  "a",
  "b",
  "code",
  "em",
  "i",
  "img",
  "kbd",
  "mark",
  "q",
  "s",
  "small",
  "span",
  "strong",
  "sub",
  "sup",
  "u",
]);

/** Items, cells and rows stand in what belongs to them; nothing comes between. */
function canBeWrapped(open: Tag, close: Tag | undefined): boolean {
  const isWhole = close !== undefined || open.kind === "selfClosing" || voidElements.has(open.name);
  return isWhole && !/^(?:li|td|th|tr|tbody|thead)$/.test(open.name);
}

/** HTML knows no elements that close themselves. */
function endTag(tag: Tag, written: string): string {
  if (tag.kind !== "selfClosing" || voidElements.has(tag.name)) return written;
  return `${written.replace(/\s*\/>$/, ">")}</${tag.name}>`;
}

function attributesOf({ classes, index }: Layer): string {
  return ` class="${classes.join(" ")}"${index === undefined ? "" : ` data-fragment-index="${index}"`}`;
}

/** Around Markdown at the margin a box says it nicer than HTML. */
function writeWrapper({ open, close, form, holdsBlock }: AnimatedTag, layers: readonly Layer[]): readonly TextEdit[] {
  if (close === undefined) return [];
  const element = form === "inline" && !holdsBlock ? "span" : "div";
  const [start, end] =
    form === "box"
      ? [
          layers.map(({ classes, index }) => openBox(classes, index === undefined ? {} : { "fragment-index": index })).join("\n\n"),
          layers.map(() => ":::").join("\n\n"),
        ]
      : [layers.map((layer) => `<${element}${attributesOf(layer)}>`).join(""), layers.map(() => `</${element}>`).join("")];
  return surround({ open, close, form }, start, end);
}

function surround(
  { open, close, form }: Pick<AnimatedTag, "form" | "open"> & { readonly close: Tag },
  start: string,
  end: string,
): readonly TextEdit[] {
  const apart = form === "box" ? "\n" : "";
  return [
    { start: open.start, end: open.end, text: `${apart}${start}` },
    { start: close.start, end: close.end, text: `${apart}${end}` },
  ];
}

function openBox(classes: readonly string[], values: Readonly<Record<string, string>>): string {
  const written = Object.entries(values).map(([key, value]) => `${key}=${value}`);
  if (classes.length === 1 && written.length === 0) return `::: ${classes.join("")}`;
  return `::: {${[...classes.map((name) => `.${name}`), ...written].join(" ")}}`;
}

function writeList({ open, close, form, depth, every, isFlat }: AnimatedList, index: number | undefined): readonly TextEdit[] {
  const at: Readonly<Record<string, string>> = index === undefined ? {} : { "fragment-index": String(index) };
  const values = { ...at, ...(isFlat ? {} : { depth: String(depth) }), ...(every > 1 ? { every: String(every) } : {}) };
  if (form === "box") return surround({ open, close, form }, openBox(["incremental"], values), ":::");
  const written = Object.entries(values).map(([key, value]) => ` data-${key === "fragment-index" ? "" : "l-"}${key}="${value}"`);
  return surround({ open, close, form }, `<div class="incremental"${written.join("")}>`, "</div>");
}

/** A switch shows one of its cases at a time, all in one place: reveal.js' word for that is a stack. */
function writeSwitch({ open, close }: AnimatedSwitch): readonly TextEdit[] {
  return [
    { start: open.start, end: open.end, text: '<div class="r-stack">' },
    { start: close.start, end: close.end, text: "</div>" },
  ];
}

/** `{hide|1|2}` does not show the block before its first step, so a box with its own press is around it. */
function writeCode({ start, end, line, isHidden, closing }: AnimatedCode, from: number | undefined): readonly TextEdit[] {
  const index = from === undefined ? undefined : String(isHidden ? from + 1 : from);
  const shown = isHidden ? line.replace(/\{\s*hide\s*\|/, "{") : line;
  const fence = placeFence(shown, index);
  if (!isHidden) return fence === line ? [] : [{ start, end, text: fence }];
  const box = openBox(["fragment"], from === undefined ? {} : { "fragment-index": String(from) });
  return [
    { start, end, text: `${box}\n\n${fence}` },
    { start: closing, end: closing, text: "\n\n:::\n" },
  ];
}

/** The line that opens a fence, with the press of its second step, or without one. */
function placeFence(line: string, index: string | undefined): string {
  const without = line.replace(/\{[^{}]*\bat:[^{}]*\}/, (options) => {
    const rest = options
      .slice(1, -1)
      .split(",")
      .map((option) => option.trim())
      .filter((option) => option !== "" && !option.startsWith("at:"));
    return rest.length === 0 ? "" : `{${rest.join(",")}}`;
  });
  const steps = /\{[^{}]*\}/.exec(without);
  if (index === undefined || steps === null || !steps[0].includes("|")) return without.trimEnd();
  const at = steps.index + steps[0].length;
  return `${without.slice(0, at)}{at:${index}}${without.slice(at)}`;
}
