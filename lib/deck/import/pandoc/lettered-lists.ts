import { appendAll } from "@/lib/deck/append-all";
import { maskCode } from "@/lib/deck/import/masked-text";

interface Marker {
  readonly word: string;
  /** What stands around the word, so that `a)` does not go on with `b.`. */
  readonly style: string;
  /** Of the line, up to the item's own text. */
  readonly width: number;
}

interface Item extends Marker {
  readonly lines: readonly string[];
}

/**
 * Pandoc counts lists in letters and Roman numbers as well (fancy_lists): `a.`, `B)`, `(iv)`. Markdown has no such lists, so
 * they become HTML with Markdown in it. A capital with a dot wants two blanks after it, as initials have one.
 */
export function convertLetteredLists(text: string): string {
  if (!/^ {0,3}\(?[A-Za-z\d]{1,5}[.)][ \t]/m.test(text)) return text;
  const lines = text.split("\n");
  const masked = maskCode(text, { comments: true }).split("\n");
  const output: string[] = [];
  for (let at = 0; at < lines.length;) {
    const isFree = at === 0 || lines[at - 1]?.trim() === "";
    const list = isFree ? readList(lines, masked, at) : undefined;
    if (list === undefined) output.push(lines[at++] ?? "");
    else {
      appendAll(output, list.html);
      at = list.end;
    }
  }
  return output.join("\n");
}

const marker = /^ {0,3}(?:(\()([A-Za-z]{1,5}|\d{1,9})\)|([A-Za-z]{1,5})([.)]))([ \t]+)(?=\S)/;

function readMarker(line: string | undefined): Marker | undefined {
  const match = marker.exec(line ?? "");
  const word = match?.[2] ?? match?.[3];
  if (match === null || word === undefined) return undefined;
  if (match[4] === "." && /^[A-Z]$/.test(word) && match[5] === " ") return undefined;
  return { word, style: match[1] ?? match[4] ?? "", width: match[0].length };
}

function readList(
  lines: readonly string[],
  masked: readonly string[],
  start: number,
): { readonly html: readonly string[]; readonly end: number } | undefined {
  const items: { marker: Marker; lines: string[] }[] = [];
  let at = start;
  for (; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const last = items.at(-1);
    const found = readMarker(masked[at]);
    if (found && (last === undefined || found.style === last.marker.style)) items.push({ marker: found, lines: [line.slice(found.width)] });
    else if (last === undefined) return undefined;
    else if (line.trim() === "" ? !goesOn(lines, masked, at, last.marker) : lines[at - 1]?.trim() === "" && !isWithin(line, last.marker)) break;
    else last.lines.push(isWithin(line, last.marker) ? line.slice(Math.min(last.marker.width, line.search(/\S|$/))) : line);
  }
  // The blank line before what follows stays before it.
  while (items.at(-1)?.lines.at(-1) === "") {
    items.at(-1)?.lines.pop();
    at--;
  }
  const counting = countingOf(items.map((item) => item.marker.word));
  // Nothing within it begins a list of its own: each line is looked at once.
  if (counting === undefined) return { html: lines.slice(start, at), end: at };
  return {
    html: printList(
      counting,
      items.map((item): Item => ({ ...item.marker, lines: trimEnd(item.lines) })),
    ),
    end: at,
  };
}

function trimEnd(lines: readonly string[]): readonly string[] {
  return lines.slice(0, lines.findLastIndex((line) => line !== "") + 1);
}

/** Whether what follows a blank line is of the list still. */
function goesOn(lines: readonly string[], masked: readonly string[], at: number, { style, ...rest }: Marker): boolean {
  const next = lines[at + 1] ?? "";
  return readMarker(masked[at + 1])?.style === style || isWithin(next, { style, ...rest });
}

function isWithin(line: string, { width }: Marker): boolean {
  return line.search(/\S|$/) >= Math.min(width, 4) && line.trim() !== "";
}

interface Counting {
  readonly type: "1" | "a" | "A" | "i" | "I";
  readonly start: number;
}

/** How a list counts; undefined where its second word does not follow its first. */
function countingOf(words: readonly string[]): Counting | undefined {
  const [first = "", second = ""] = words;
  if (/^\d+$/.test(first)) return words.length > 1 ? { type: "1", start: Number(first) } : undefined;
  const isLower = first === first.toLowerCase();
  const roman = romans.indexOf(first.toLowerCase());
  if (roman !== -1 && romans[roman + 1] === second.toLowerCase()) return { type: isLower ? "i" : "I", start: roman + 1 };
  const letter = letters.indexOf(first.toLowerCase());
  return letter !== -1 && letters[letter + 1] === second.toLowerCase() ? { type: isLower ? "a" : "A", start: letter + 1 } : undefined;
}

const letters = Array.from("abcdefghijklmnopqrstuvwxyz");
const romans = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split(" ");

function printList({ type, start }: Counting, items: readonly Item[]): readonly string[] {
  if (type === "1") {
    return items.flatMap(({ lines: [first = "", ...more] }, index) => [
      `${start + index}) ${first}`,
      ...more.map((line) => (line === "" ? "" : `   ${line}`)),
    ]);
  }
  const opening = `<ol type="${type}"${start === 1 ? "" : ` start="${start}"`}>`;
  return [opening, ...items.flatMap(({ lines }) => ["<li>", "", ...lines, "", "</li>"]), "</ol>"];
}
