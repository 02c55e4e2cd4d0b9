import type { Item } from "./assemble";
import { maxFootnoteUnits } from "./limits";
import type { LinkDefinition, LinkDefinitions } from "./language";
import type { SlideSource } from "./slide-source";

/** Definitions of one kind from all slides, and the slides that hold any. */
export interface Gathered<T> {
  readonly from: readonly SlideSource[];
  readonly all: ReadonlyMap<string, T>;
}

/** Link and footnote definitions that one slide makes use of. */
export interface UsedDefinitions {
  readonly definitions: LinkDefinitions;
  readonly footnotes: ReadonlyMap<string, string>;
}

/**
 * The first definition of a label counts, as in CommonMark. The same object as before where none of the slides that came
 * or went holds any.
 */
export function gatherDefinitions<T>(
  items: readonly Item[],
  of: (source: SlideSource) => ReadonlyMap<string, T>,
  earlier: { readonly known: Gathered<T> | undefined; readonly touched: readonly SlideSource[] },
): Gathered<T> {
  const { known, touched } = earlier;
  if (known && touched.every((source) => of(source).size === 0)) return known;
  const from = items.map(({ source }) => source).filter((source) => of(source).size > 0);
  if (known && from.length === known.from.length && from.every((source, index) => source === known.from[index])) return known;
  const all = new Map<string, T>();
  for (const source of from) for (const [label, value] of of(source)) if (!all.has(label)) all.set(label, value);
  return { from, all };
}

/** What of the deck's definitions a slide names, in a fixed order; its own come first, for a slide may number its notes anew. */
export function usedBy(source: SlideSource, definitions: Gathered<LinkDefinition>, footnotes: Gathered<string>): UsedDefinitions {
  if (definitions.all.size === 0 && footnotes.all.size === 0) return noneUsed;
  const { labels } = source;
  if (labels.size === 0) return noneUsed;
  const links = new Map<string, LinkDefinition>();
  const notes = new Map<string, string>();
  for (const label of labels) {
    const definition = source.definitions.get(label) ?? definitions.all.get(label);
    if (definition) links.set(label, definition);
  }
  // Slides that move change the order of the deck's footnotes, and nothing about a slide that names them.
  for (const label of [...footnotes.all.keys()].filter((name) => labels.has(`^${name.toLowerCase()}`)).toSorted()) {
    const text = source.footnotes.get(label) ?? footnotes.all.get(label) ?? "";
    notes.set(label, text.length > maxFootnoteUnits ? `${text.slice(0, maxFootnoteUnits)}…` : text);
  }
  return links.size === 0 && notes.size === 0 ? noneUsed : { definitions: links, footnotes: notes };
}

const noneUsed: UsedDefinitions = { definitions: new Map(), footnotes: new Map() };

/** True where two slides are given the same definitions. */
export function sameUsed(a: UsedDefinitions, b: UsedDefinitions): boolean {
  return sameEntries(a.definitions, b.definitions) && sameEntries(a.footnotes, b.footnotes);
}

/** As a text that is another one for other definitions. */
export function printUsed(used: UsedDefinitions): string {
  return used.definitions.size + used.footnotes.size === 0 ? "" : JSON.stringify([[...used.definitions], [...used.footnotes]]);
}

function sameEntries<T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>): boolean {
  if (a === b) return true;
  if (a.size !== b.size) return false;
  for (const [key, value] of a) if (b.get(key) !== value) return false;
  return true;
}
