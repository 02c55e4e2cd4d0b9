import type { Token } from "marked";
import type { Deck } from "@/lib/deck/deck";
import { languageFor, type LanguageOptions } from "@/lib/deck/language";
import { renderInputOf } from "@/lib/deck/slide-data";
import { endOfShown } from "./left-behind";
import { labelsIn, renameLabels } from "./rename-labels";
import { slideCores } from "./slide-cores";

/** A link or footnote definition as it is written, and what it says. */
interface Definition {
  readonly raw: string;
  readonly meaning: string;
}

/** By label as `labelsIn` has it. */
type Definitions = ReadonlyMap<string, Definition>;

/**
 * The texts of slides of one deck, ready to stand in another: link and footnote definitions that they use and that stand on
 * other slides come along, once. Where the other deck means something else by a label, the slides get a new one for it.
 */
export function takeSlides(from: Deck, indexes: readonly number[], into: Deck): readonly string[] {
  const cores = slideCores(from);
  const texts = indexes.map((index) => from.source.slice(cores[index]?.start, cores[index]?.end));
  const [written, known] = [definitionsOf(from), definitionsOf(into)];
  const names = newNames(written, known);
  const isThere = new Set([...known.keys()].filter((label) => !names.has(label)));
  for (const text of texts) for (const { label } of definitionsIn(text, from.settings)) isThere.add(label);
  return texts.map((text) => {
    const missing = usedIn(text, written).filter((label) => !isThere.has(label));
    for (const label of missing) isThere.add(label);
    const whole = withDefinitions(
      text,
      missing.flatMap((label) => written.get(label)?.raw ?? []),
      from.settings,
    );
    return renameLabels(whole, names, from.settings);
  });
}

/** The first definition of a label counts. */
function definitionsOf(deck: Deck): Definitions {
  const found = new Map<string, Definition>();
  for (const slide of deck.slides) {
    const { definitions, footnotes } = renderInputOf(slide).source;
    if (definitions.size + footnotes.size === 0) continue;
    const text = deck.source.slice(slide.range.start, slide.range.end);
    for (const { label, ...definition } of definitionsIn(text, deck.settings)) if (!found.has(label)) found.set(label, definition);
  }
  return found;
}

function definitionsIn(text: string, options: LanguageOptions): readonly (Definition & { readonly label: string })[] {
  return languageFor(options).lexBlocks(text).flatMap(readDefinition);
}

function readDefinition(token: Token): readonly (Definition & { readonly label: string })[] {
  const raw = token.raw.trim();
  if (token.type === "def") return [{ label: String(token.tag), raw, meaning: JSON.stringify([token.href, token.title ?? ""]) }];
  if (token.type !== "footnoteDefinition") return [];
  return [{ label: `^${String(token.label).toLowerCase()}`, raw, meaning: String(token.text) }];
}

/** Labels that mean one thing here and another there, with what they are called from now on. */
function newNames(written: Definitions, known: Definitions): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set([...written.keys(), ...known.keys()]);
  for (const [label, { meaning }] of written) {
    const other = known.get(label);
    if (other === undefined || other.meaning === meaning) continue;
    let number = 2;
    while (taken.has(`${label}-${number}`)) number += 1;
    taken.add(`${label}-${number}`);
    names.set(label, `${label}-${number}`);
  }
  return names;
}

/** Defined labels that a text names, and those that their definitions name. */
function usedIn(text: string, written: Definitions): readonly string[] {
  const used = new Set<string>();
  const read = (part: string) => {
    for (const label of labelsIn(part)) {
      const definition = written.get(label);
      if (definition === undefined || used.has(label)) continue;
      used.add(label);
      read(definition.raw);
    }
  };
  read(text);
  return [...used];
}

/** Before the speaker notes, which may run to the slide's end. */
function withDefinitions(text: string, raws: readonly string[], options: LanguageOptions): string {
  if (raws.length === 0) return text;
  const end = endOfShown(text, options);
  const [shown, notes] = [text.slice(0, end).trimEnd(), text.slice(end)];
  return [shown, ...raws, ...(notes === "" ? [] : [notes])].join("\n\n");
}
