import { transitions, type Notice, type Transition } from "@/lib/deck/deck";
import { frontMatterEntries } from "@/lib/deck/import/front-matter-edits";
import { findComments, maskCode } from "@/lib/deck/import/masked-text";
import type { SourceText } from "@/lib/deck/import/source-text";
import { nameUnconverted } from "@/lib/deck/import/unconverted";

/** Marp CLI's transitions (docs/bespoke-transitions) that have another name here, by what comes closest. */
const closest: ReadonlyMap<string, Transition> = new Map<string, Transition>([
  ["clockwise", "wipe"],
  ["counterclockwise", "wipe"],
  ["coverflow", "slide"],
  ["cube", "push"],
  ["cylinder", "push"],
  ["diamond", "wipe"],
  ["dissolve", "fade"],
  ["drop", "cover"],
  ["explode", "zoom"],
  ["fade-out", "fade"],
  ["fall", "cover"],
  ["flip", "fade"],
  ["glow", "fade"],
  ["implode", "zoom"],
  ["in-out", "zoom"],
  ["iris-in", "wipe"],
  ["iris-out", "wipe"],
  ["melt", "fade"],
  ["overlap", "cover"],
  ["pivot", "slide"],
  ["pull", "push"],
  ["reveal", "cover"],
  ["rotate", "slide"],
  ["star", "wipe"],
  ["swap", "slide"],
  ["swipe", "push"],
  ["swoosh", "slide"],
  ["wiper", "wipe"],
]);

/** The transition as the deck language names it; one of a theme's own, and how long it takes, stay as they are. */
export function convertTransition(value: string): string {
  return closest.get(nameIn(value)) ?? value;
}

/** Names each transition that has no word of its own here, once. */
export function nameTransitions(source: SourceText): readonly Notice[] {
  const isNamed = /^[ \t]*["']?_?transition\b/m.test(source.text.slice(0, source.frontMatter.length));
  const front = (isNamed ? frontMatterEntries(source.text) : []).flatMap(({ key, start, end }) =>
    /^_?transition$/.test(key) ? [{ start, value: source.text.slice(start, end).replace(/^[^:]*:/, "") }] : [],
  );
  const comments = findComments(maskCode(source.text)).flatMap(({ start, inside }) =>
    [...inside.matchAll(/(?<=^|\n)[ \t]*[_$*]?transition[ \t]*:([^\n]*)/g)].map((match) => ({
      start: start + 4 + match.index,
      value: match[1] ?? "",
    })),
  );
  const named = new Set<string>();
  return [...front, ...comments].flatMap(({ start, value }): readonly Notice[] => {
    const name = nameIn(value);
    if (name === "" || name === "false" || named.has(name) || transitions.some((known) => known === name)) return [];
    named.add(name);
    const known = closest.get(name);
    const becomes = known === undefined ? "it is kept, and slides change as they do without one" : `"${known}" comes closest`;
    return [
      nameUnconverted(source, { code: "import-transition", message: `There is no transition "${name}" here; ${becomes}.`, start, end: start + 1 }),
    ];
  });
}

function nameIn(value: string): string {
  return (
    value
      .trim()
      .replace(/^["']/, "")
      .split(/[\s"']/)[0] ?? ""
  );
}
