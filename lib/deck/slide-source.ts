import type { Token, TokensList } from "marked";
import type { DeckSettingInComment, WrittenSetting } from "./comments";
import { countsPages, readDeckStyles } from "./deck-css";
import { hashText } from "./hash";
import type { Blocks, LanguageOptions, LinkDefinition, LinkDefinitions } from "./language";
import { countMatches } from "./limits";
import { plainText } from "./plain-text";
import { ReadWhenAsked } from "./read-when-asked";
import { separateNotes, type PlacedBlock } from "./separate-notes";
import { countLineEnds } from "./positions";
import { readImageKeywords } from "./syntax/image-keywords";
import { readVideo } from "./video-address";

/** Everything that one slide's text says by itself, without the deck around it. Offsets are into that text. */
export interface SlideSource {
  readonly hash: string;
  readonly title: string;
  /** Level of the first heading; 0 where there is none. */
  readonly titleLevel: number;
  readonly titleRange: readonly [start: number, end: number] | undefined;
  readonly notes: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly ownValues: Readonly<Record<string, unknown>>;
  readonly fxClasses: readonly string[];
  /** Where its settings stand, and where keys stand that look like settings and are none. */
  readonly written: readonly WrittenSetting[];
  readonly unknownKeys: readonly WrittenSetting[];
  /** Settings of the whole deck that stand on this slide. */
  readonly deckSettings: readonly DeckSettingInComment[];
  /** What it shows, as plain text. */
  readonly plain: string;
  readonly words: number;
  readonly lineEnds: number;
  /** What shows: one heading alone, a heading and one paragraph, nothing, or more. */
  readonly shape: "heading" | "heading-and-text" | "empty" | "other";
  readonly definitions: ReadonlyMap<string, LinkDefinition>;
  readonly footnotes: ReadonlyMap<string, string>;
  /** Labels in brackets, lower case: what the slide may take from the deck's definitions. */
  readonly labels: ReadonlySet<string>;
  /** Unscoped `<style>`, as written: it holds for the whole deck. */
  readonly styles: string;
  /** Its CSS, scoped or not, shows how many pages the deck has. */
  readonly countsPages: boolean;
  /** The blocks that show, lexed without the deck's definitions; offsets are sums of their raw texts. */
  readonly blocks: readonly PlacedBlock[];
  /** The same, lexed with definitions of the deck. */
  readonly blocksWith: (definitions: LinkDefinitions) => readonly PlacedBlock[];
}

const none: LinkDefinitions = new Map();

/** Reads one slide's text (LF line ends), from its blocks where somebody has them. Never throws. */
export function readSlideSource(text: string, options: LanguageOptions, blocks?: Blocks): SlideSource {
  return new ReadSource(text, new ReadWhenAsked(text, options, blocks));
}

/** What few ask for is read when they ask: words for counting, labels in decks with definitions, most of its inlines. */
class ReadSource implements SlideSource {
  readonly hash: string;
  readonly title: string;
  readonly titleLevel: number;
  readonly titleRange: SlideSource["titleRange"];
  readonly notes: string;
  readonly values: SlideSource["values"];
  readonly ownValues: SlideSource["ownValues"];
  readonly fxClasses: readonly string[];
  readonly written: readonly WrittenSetting[];
  readonly unknownKeys: readonly WrittenSetting[];
  readonly deckSettings: readonly DeckSettingInComment[];
  readonly lineEnds: number;
  readonly shape: SlideSource["shape"];
  readonly definitions: SlideSource["definitions"];
  readonly footnotes: SlideSource["footnotes"];
  readonly styles: string;
  readonly countsPages: boolean;
  readonly #text: string;
  readonly #inlines: ReadWhenAsked;
  #words: number | undefined;
  #labels: ReadonlySet<string> | undefined;

  constructor(text: string, inlines: ReadWhenAsked) {
    const { tokens } = inlines;
    const { blocks, heading, said } = separateNotes(tokens);
    const visible = visibleOf(blocks);
    const first = heading?.token ?? visible.find(({ type }) => type === "paragraph" || type === "text" || type === "list");
    this.hash = hashText(text);
    if (first) inlines.readIn(first);
    this.title = first ? titleOf(first.type === "list" ? (first.items[0] ?? first) : first) : "";
    this.titleLevel = heading?.token.depth ?? 0;
    this.titleRange = heading && [heading.start, heading.start + heading.token.raw.trimEnd().length];
    this.notes = said.notes.join("\n\n");
    this.values = said.values;
    this.ownValues = said.ownValues;
    this.fxClasses = said.fxClasses;
    this.written = said.written;
    this.unknownKeys = said.unknownKeys;
    this.deckSettings = said.deckSettings;
    this.lineEnds = countLineEnds(text);
    this.shape = shapeOf(visible, inlines);
    this.definitions = definitionsIn(tokens.links);
    this.footnotes = said.footnotes;
    const hasStyle = text.includes("<style");
    this.styles = hasStyle ? readDeckStyles(tokens.map((token) => (token.type === "html" ? token.raw : "")).join("")) : "";
    this.countsPages = hasStyle && countsPages(text);
    this.#inlines = inlines.of(blocks);
    this.#text = text;
  }

  get plain(): string {
    return visibleOf(this.blocks)
      .map((token) => plainText(token))
      .join(" ");
  }

  get blocks(): readonly PlacedBlock[] {
    return this.#inlines.blocks();
  }

  blocksWith(definitions: LinkDefinitions): readonly PlacedBlock[] {
    for (const [label, definition] of definitions) if (this.definitions.get(label) !== definition) return this.#inlines.blocksWith(definitions);
    return this.blocks;
  }

  get words(): number {
    if (this.blocks.length === 0) return 0;
    return (this.#words ??= countMatches(this.plain, word));
  }

  get labels(): ReadonlySet<string> {
    return (this.#labels ??= readLabels(this.#text));
  }
}

function definitionsIn(links: TokensList["links"]): SlideSource["definitions"] {
  let definitions: Map<string, LinkDefinition> | undefined;
  for (const label in links) {
    const definition = links[label];
    if (definition) (definitions ??= new Map()).set(label, definition);
  }
  return definitions ?? none;
}

function visibleOf(blocks: readonly PlacedBlock[]): readonly Token[] {
  const visible: Token[] = [];
  for (const { token } of blocks) if (token.type !== "space" && token.type !== "def") visible.push(token);
  return visible;
}

/** Pictures behind the text don't count: they leave it. */
function shapeOf(visible: readonly Token[], inlines: ReadWhenAsked): SlideSource["shape"] {
  const shown: Token[] = [];
  for (const token of visible) {
    if (!isBackground(token, inlines)) shown.push(token);
    if (shown.length > 2) break;
  }
  const [first, second] = shown;
  if (!first) return visible.length === 0 ? "empty" : "other";
  if (first.type !== "heading") return "other";
  if (!second) return "heading";
  return shown.length === 2 && second.type === "paragraph" && !isPicture(inlines.readIn(second)) ? "heading-and-text" : "other";
}

/** A picture or a film alone in its paragraph is no subtitle. */
function isPicture({ tokens = [] }: Token & { readonly tokens?: Token[] }): boolean {
  const [only, ...others] = tokens.filter((token) => token.raw.trim() !== "");
  if (!only || others.length > 0) return false;
  return only.type === "image" || (only.type === "link" && typeof only.href === "string" && readVideo(only.href) !== undefined);
}

function isBackground(token: Token, inlines: ReadWhenAsked): boolean {
  if (token.type !== "paragraph" || token.tokens === undefined || !token.raw.includes("bg")) return false;
  inlines.readIn(token);
  return token.tokens.every((part) =>
    part.type === "image" ? readImageKeywords(part.text).background !== "" : part.type === "br" || part.raw.trim() === "",
  );
}

const maxTitle = 200;
/** Units that a title is looked for in: spaces fall away, and a text may be one block of a million units. */
const maxTitleSource = 10 * maxTitle;

function titleOf(token: Token): string {
  return oneLine(plainText(token).slice(0, maxTitleSource)).slice(0, maxTitle);
}

function oneLine(text: string): string {
  return (/\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, " ") : text).trim();
}

const word = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;

function readLabels(text: string): ReadonlySet<string> {
  const labels = new Set<string>();
  for (const [, label = ""] of text.matchAll(/\[([^[\]]{1,999})\]/g)) labels.add(label.toLowerCase().replace(/\s+/g, " ").trim());
  return labels;
}
