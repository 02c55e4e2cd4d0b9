import { appendAll } from "./append-all";
import type { Token, Tokens, TokensList } from "marked";
import { blankCodeSpans, findComments, isOnlyComments, readComment, type DeckSettingInComment, type WrittenSetting } from "./comments";
import { readDeckStyles } from "./deck-css";
import { hashText } from "./hash";
import { languageFor, type Blocks, type LanguageOptions, type LinkDefinition, type LinkDefinitions } from "./language";
import { plainText } from "./plain-text";
import { countLineEnds } from "./positions";
import { readClasses } from "./settings";
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
  /** The blocks that show, lexed without the deck's definitions; offsets are sums of their raw texts. */
  readonly blocks: readonly PlacedBlock[];
}

/** A block that shows, with its offset in the slide's text. */
export interface PlacedBlock {
  readonly token: Token;
  readonly start: number;
}

const none: LinkDefinitions = new Map();

/** Reads one slide's text (LF line ends), from its blocks where somebody has them. Never throws. */
export function readSlideSource(text: string, options: LanguageOptions, blocks?: Blocks): SlideSource {
  const tokens = languageFor(options).lexSlide(text, none, blocks);
  return new ReadSource(text, tokens, separateNotes(tokens));
}

/** What few ask for is read when they ask: words for counting, labels in decks with definitions. */
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
  readonly blocks: readonly PlacedBlock[];
  readonly #text: string;
  #words: number | undefined;
  #labels: ReadonlySet<string> | undefined;

  constructor(text: string, tokens: TokensList, found: Separated) {
    const { heading, said } = found;
    const visible = visibleOf(found.blocks);
    const first = heading?.token ?? visible.find(({ type }) => type === "paragraph" || type === "text" || type === "list");
    this.hash = hashText(text);
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
    this.shape = shapeOf(visible);
    this.definitions = definitionsIn(tokens.links);
    this.footnotes = said.footnotes;
    this.styles = text.includes("<style") ? readDeckStyles(tokens.map((token) => (token.type === "html" ? token.raw : "")).join("")) : "";
    this.blocks = found.blocks;
    this.#text = text;
  }

  get plain(): string {
    return visibleOf(this.blocks)
      .map((token) => plainText(token))
      .join(" ");
  }

  get words(): number {
    if (this.blocks.length === 0) return 0;
    return (this.#words ??= countWords(this.plain));
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

interface Separated {
  readonly blocks: readonly PlacedBlock[];
  /** The first one. */
  readonly heading: { readonly token: Tokens.Heading; readonly start: number } | undefined;
  readonly said: Said;
}

/** What a slide says that does not show. */
interface Said {
  readonly notes: string[];
  readonly values: Record<string, unknown>;
  readonly ownValues: Record<string, unknown>;
  readonly fxClasses: string[];
  readonly written: WrittenSetting[];
  readonly unknownKeys: WrittenSetting[];
  readonly deckSettings: DeckSettingInComment[];
  readonly footnotes: Map<string, string>;
}

function sayNothing(): Said {
  return { notes: [], values: {}, ownValues: {}, fxClasses: [], written: [], unknownKeys: [], deckSettings: [], footnotes: new Map() };
}

/** Most slides say nothing: they share it. */
const nothing: Readonly<Said> = sayNothing();

/** Takes notes, settings and footnote definitions out of the blocks; the rest shows. */
export function separateNotes(tokens: readonly Token[]): Separated {
  const blocks: PlacedBlock[] = [];
  let heading: Separated["heading"];
  let said: Said | undefined;
  let offset = 0;
  let rest: string[] | undefined;
  for (const token of tokens) {
    const start = offset;
    offset += token.raw.length;
    if (rest) rest.push(token.raw);
    else if (token.type === "notesSeparator" || isNotesHeading(token)) rest = [];
    else if (token.type === "footnoteDefinition") (said ??= sayNothing()).footnotes.set(String(token.label), String(token.text));
    else if (token.type === "paragraph" && token.raw.startsWith(".") && /^\.(?:fx|notes):/.test(token.text))
      readLandslideMacro(token.text, (said ??= sayNothing()));
    else {
      const mayHoldComments = token.type !== "code" && token.raw.includes("<!--");
      if (mayHoldComments) readComments(token.raw, start, (said ??= sayNothing()));
      if (mayHoldComments && token.type === "html" && isOnlyComments(token.raw)) continue;
      if (isHeading(token)) heading ??= { token, start };
      blocks.push({ token, start });
    }
  }
  const trailingNotes = rest?.join("").trim();
  if (trailingNotes) (said ??= sayNothing()).notes.push(trailingNotes);
  return { blocks, heading, said: said ?? nothing };
}

function isHeading(token: Token): token is Tokens.Heading {
  return token.type === "heading";
}

/** Landslide: a heading of any level that reads exactly "Presenter Notes". */
export function isNotesHeading(token: Token): boolean {
  return token.type === "heading" && /^presenter notes$/i.test(token.text.trim());
}

function readLandslideMacro(text: string, found: Said): void {
  const [, name, value = ""] = /^\.(fx|notes):\s*([\s\S]*)$/.exec(text) ?? [];
  if (name === "fx") appendAll(found.fxClasses, readClasses(value));
  else found.notes.push(value.trim());
}

/** Comments count in HTML blocks, and inside paragraphs and lists; in code they are code. */
function readComments(raw: string, offset: number, found: Said): void {
  for (const { start, end } of findComments(blankCodeSpans(raw))) {
    const { values, ownValues, notes, written, unknownKeys, deckSettings } = readComment(raw.slice(start + 4, end - 3));
    Object.assign(found.values, values);
    Object.assign(found.ownValues, ownValues);
    const inside = offset + start + 4;
    const place = <T extends WrittenSetting>(setting: T): T => ({ ...setting, start: inside + setting.start, end: inside + setting.end });
    appendAll(found.written, written.map(place));
    appendAll(found.unknownKeys, unknownKeys.map(place));
    appendAll(found.deckSettings, deckSettings.map(place));
    if (notes) found.notes.push(notes);
  }
}

/** Pictures behind the text don't count: they leave it. */
function shapeOf(visible: readonly Token[]): SlideSource["shape"] {
  const shown = visible.filter((token) => !isBackground(token));
  const [first, second] = shown;
  if (!first) return visible.length === 0 ? "empty" : "other";
  if (first.type !== "heading") return "other";
  if (!second) return "heading";
  return shown.length === 2 && second.type === "paragraph" && !isPicture(second) ? "heading-and-text" : "other";
}

/** A picture or a film alone in its paragraph is no subtitle. */
function isPicture({ tokens = [] }: Token & { readonly tokens?: Token[] }): boolean {
  const [only, ...others] = tokens.filter((token) => token.raw.trim() !== "");
  if (!only || others.length > 0) return false;
  return only.type === "image" || (only.type === "link" && typeof only.href === "string" && readVideo(only.href) !== undefined);
}

function isBackground(token: Token): boolean {
  if (token.type !== "paragraph" || token.tokens === undefined) return false;
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

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

function readLabels(text: string): ReadonlySet<string> {
  const labels = new Set<string>();
  for (const [, label = ""] of text.matchAll(/\[([^[\]]{1,999})\]/g)) labels.add(label.toLowerCase().replace(/\s+/g, " ").trim());
  return labels;
}
