import { escapeHtml } from "@/lib/deck/syntax/attributes";

/** Heights of text in a drawing's pixels. */
export const labelSize = 24;
export const tickSize = 22;

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Prints an element; every attribute is escaped. `content` is markup. */
export function tag(name: string, attributes: Attributes, content = ""): string {
  const printed = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? "" : ` ${key}="${typeof value === "number" ? round(value) : escapeHtml(value)}"`,
  );
  return `<${name}${printed.join("")}>${content}</${name}>`;
}

/** Prints a line of text, escaped. */
export function label(text: string, attributes: Attributes): string {
  return tag("text", attributes, escapeHtml(text));
}

/** What a pointer that rests on a mark is told. */
export function tip(text: string): string {
  return `<title>${escapeHtml(text)}</title>`;
}

export function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** The class that gives a mark its series' colour. */
export function seriesClass(index: number): string {
  return `series series-${(index % 8) + 1}`;
}

const narrow = /[\s.,:;!'|()[\]{}iljtfrI1]/;
const wide = /[mwMW@%—]|[\u{1100}-\u{11ff}\u{2e80}-\u{ffef}\u{1f000}-\u{1faff}\u{20000}-\u{3ffff}]/u;

/** About how wide a text is set, a little on the wide side: no font is at hand here. */
export function widthOf(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += wide.test(character) ? 0.98 : narrow.test(character) ? 0.36 : /\p{Lu}/u.test(character) ? 0.72 : 0.6;
  return ems * size;
}

/** Cuts a text that is too wide, with an ellipsis. */
export function shorten(text: string, width: number, size: number): string {
  if (widthOf(text, size) <= width) return text;
  const characters = [...text.slice(0, 200)];
  while (characters.length > 1 && widthOf(`${characters.join("")}…`, size) > width) characters.pop();
  return `${characters.join("").trimEnd()}…`;
}

/** Breaks a text at its spaces into at most two lines; what still runs over is cut. */
export function wrap(text: string, width: number, size: number): readonly string[] {
  if (widthOf(text, size) <= width) return [text];
  const words = text.slice(0, 200).split(" ");
  let first = words[0] ?? "";
  let used = 1;
  while (used < words.length && widthOf(`${first} ${words[used]}`, size) <= width) first += ` ${words[used++]}`;
  const rest = words.slice(used).join(" ");
  return rest === "" ? [shorten(first, width, size)] : [shorten(first, width, size), shorten(rest, width, size)];
}
