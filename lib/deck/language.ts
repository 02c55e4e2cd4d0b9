import { Lexer, Marked, Parser, type MarkedOptions, type Token, type TokenizerExtensionFunction, type TokensList } from "marked";
import { appendAll } from "./append-all";
import { flattenForBreaks, holdsTooMuch, inlineTooComplex, isBeyondReading } from "./limits";
import { blockMarks, blockSigns, extensions, inlineSigns } from "./syntax";
import { findBlockStart } from "./syntax/block-start";
import { ContainerTokenizer } from "./syntax/container-ends";
import { findInlineStart } from "./syntax/inline-start";
import { math } from "./syntax/math";
import { readPlainInlines } from "./syntax/plain-inline";
import { TextRenderer } from "./syntax/text";

/** A link definition of the deck: `[label]: href "title"`. */
export interface LinkDefinition {
  readonly href: string;
  readonly title?: string | null | undefined;
}
export type LinkDefinitions = ReadonlyMap<string, LinkDefinition>;

/** Blocks whose inlines nobody has read yet, of one slide or of a whole text. */
export interface Blocks {
  readonly tokens: Token[];
  /** What is left to read: the source of every inline block, and where its tokens go. */
  readonly inlines: Inline[];
}

/** The source of an inline block, and where its tokens go. */
export type Inline = Lexer["inlineQueue"][number];

/** A slide's blocks, with the definitions that stand among them. */
export interface OpenSlide {
  readonly tokens: TokensList;
  readonly inlines: readonly Inline[];
}

/** The blocks of a text that is to be cut at rules and headings. */
export interface CuttableBlocks extends Blocks {
  /** False where the text was simplified to find its breaks in good time: then slides read their own. */
  readonly isFaithful: boolean;
}

/** The deck language as one marked instance: CommonMark, GFM and our extensions in their order. */
export interface Language {
  /** Block structure alone, for finding breaks; the raw texts of the tokens add up to `text`. */
  readonly lexBlocks: (text: string) => Token[];
  /** The same, so that what is cut from it can be read on. */
  readonly lexCuttable: (text: string) => CuttableBlocks;
  /** Blocks and inlines of one slide, with the deck's link definitions; and the slide's own ones. */
  readonly lexSlide: (text: string, definitions: LinkDefinitions) => TokensList;
  /** Blocks of one slide, whose inlines are read when somebody asks; from its blocks where somebody has them. */
  readonly openSlide: (text: string, blocks?: Blocks) => OpenSlide;
  /** Reads inlines of an opened slide that nobody has read, with the deck's link definitions and the slide's own. */
  readonly lexInlines: InlineReader;
  /** One line of inlines: a header, a footer. A number and a point at its start are no list. */
  readonly lexLine: (text: string, definitions: LinkDefinitions) => Token[];
  /** HTML that nobody has sanitised yet. */
  readonly renderTokens: (tokens: Token[]) => string;
}

export interface LanguageOptions {
  /** A line end inside a paragraph is a line break. */
  readonly breaks: boolean;
  /** Dollars make formulas, as everywhere but in decks that say otherwise. */
  readonly math?: boolean;
}

const made: Language[] = [];

/** The language for these settings; made once each. */
export function languageFor({ breaks, math = true }: LanguageOptions): Language {
  return (made[Number(breaks) + 2 * Number(math)] ??= createLanguage({ breaks, math }));
}

/** True where a text reads alike under both. */
export function sameLanguage(a: LanguageOptions, b: LanguageOptions): boolean {
  return a.breaks === b.breaks && a.math === b.math;
}

function createLanguage({ breaks, math: hasMath }: Required<LanguageOptions>): Language {
  const spoken = hasMath ? extensions : extensions.filter((extension) => extension !== math);
  const marked = new Marked().setOptions({ gfm: true, breaks, tokenizer: new ContainerTokenizer(), renderer: new TextRenderer() }).use(...spoken);
  const options = askOnce(marked.defaults);
  const lexInlines = createInlineReader(options);
  const parser = new Parser(options);
  return {
    lexBlocks: (text) => lexCuttable(text, options).tokens,
    lexCuttable: (text) => lexCuttable(text, options),
    lexSlide: (text, definitions) => {
      const slide = openSlide(text, options);
      lexInlines(slide, slide.inlines, definitions);
      return slide.tokens;
    },
    openSlide: (text, blocks) => openSlide(text, options, blocks),
    lexInlines,
    lexLine: (text, definitions) => lexLine(text, definitions, options),
    // Joined: what is added up piece by piece is read half as fast again.
    renderTokens: (tokens) => tokens.map((token) => parser.parse([token])).join(""),
  };
}

/**
 * marked asks every extension about every block and every inline, and for its next start besides. Here one answers for
 * all of them, and nearly always by the first sign alone.
 */
function askOnce(options: MarkedOptions): MarkedOptions {
  const { extensions: given } = options;
  if (!given) return options;
  const { block = [], inline = [] } = given;
  const firstOf = (tokenizers: typeof block, opening: RegExp): TokenizerExtensionFunction =>
    function first(src, tokens) {
      if (!opening.test(src)) return undefined;
      for (const tokenizer of tokenizers) {
        const token = tokenizer.call(this, src, tokens);
        if (token) return token;
      }
      return undefined;
    };
  const asked = { block: [firstOf(block, blockSigns)], inline: [firstOf(inline, inlineSigns)] };
  return { ...options, extensions: { ...given, ...asked, startBlock: [findBlockStart], startInline: [findInlineStart] } };
}

/** Nobody is asked about blocks of ours where there can be none: each block costs a good part more with them. */
function createBlockLexer(text: string, options: MarkedOptions): Lexer {
  return new Lexer(blockMarks.some((mark) => text.includes(mark)) ? options : { ...options, extensions: null });
}

function lexCuttable(text: string, options: MarkedOptions): CuttableBlocks {
  const lexer = createBlockLexer(text, options);
  const flattened = flattenForBreaks(text);
  const tokens = lexer.blockTokens(flattened, []);
  return { tokens, inlines: lexer.inlineQueue, isFaithful: flattened === text };
}

/** What a definition holds; one within a quote or an item stands among the blocks that are no definitions. */
const definitionMark = "]:";

/** True where every definition is a block of its own, so that the blocks name all of them. */
function showDefinitions({ tokens }: Blocks): boolean {
  return tokens.every((token) => token.type === "def" || !token.raw.includes(definitionMark));
}

function openSlide(text: string, options: MarkedOptions, blocks?: Blocks): OpenSlide {
  // Whose blocks could be cut from a text nests no deeper than that.
  if (blocks ? holdsTooMuch(text) : isBeyondReading(text)) {
    const paragraph: Token = { type: "paragraph", raw: text, text, tokens: [{ type: "text", raw: text, text }] };
    return { tokens: withLinks([paragraph]), inlines: [] };
  }
  const known = blocks && (!text.includes(definitionMark) || showDefinitions(blocks)) ? blocks : undefined;
  if (!known) {
    const lexer = createBlockLexer(text, options);
    lexer.blockTokens(text, lexer.tokens);
    return { tokens: lexer.tokens, inlines: lexer.inlineQueue };
  }
  const tokens = withLinks(known.tokens);
  for (const token of tokens) if (token.type === "def") tokens.links[token.tag] ??= { href: token.href, title: token.title };
  return { tokens, inlines: known.inlines };
}

function withLinks(tokens: Token[]): TokensList {
  const links: TokensList["links"] = Object.create(null);
  return Object.assign(tokens, { links });
}

/** Reads inlines with the definitions that are given and those of the slide itself. */
type InlineReader = (slide: OpenSlide, inlines: readonly Inline[], definitions: LinkDefinitions) => void;

/** One lexer reads them all: to make one takes as long as to read a line. */
function createInlineReader(options: MarkedOptions): InlineReader {
  const breaks = options.breaks === true;
  /** For inlines that hold nothing of ours. */
  const bare = { ...options, extensions: null };
  const lexer = new Lexer(options);
  return function readInlines(slide, inlines, definitions) {
    lexer.state.inLink = false;
    lexer.tokens.links = definitions.size > 0 ? linksOf(slide, definitions) : slide.tokens.links;
    const around = { breaks, links: lexer.tokens.links, inLink: false };
    for (const { src, tokens } of inlines) {
      // A task's box stands among its inlines before these are read.
      if (tokens.length > 0 && tokens.at(-1)?.type !== "checkbox") continue;
      const plain = inlineTooComplex(src) ? [{ type: "text", raw: src, text: src }] : readPlainInlines(src, around);
      if (plain) appendAll(tokens, plain);
      else {
        lexer.options = findInlineStart(src) === -1 ? bare : options;
        // As marked does: what a tag of one block leaves open is nothing to the next.
        lexer.state.inRawBlock = false;
        lexer.inlineTokens(src, tokens);
        around.inLink = lexer.state.inLink;
      }
    }
  };
}

function linksOf(slide: OpenSlide, definitions: LinkDefinitions): TokensList["links"] {
  const links: TokensList["links"] = Object.create(null);
  for (const [label, { href, title }] of definitions) links[label] = { href, title: title ?? null };
  for (const [label, link] of Object.entries(slide.tokens.links)) links[label] ??= link;
  return links;
}

function lexLine(text: string, definitions: LinkDefinitions, options: MarkedOptions): Token[] {
  if (inlineTooComplex(text)) return [{ type: "text", raw: text, text, escaped: false }];
  const lexer = new Lexer(options);
  for (const [label, { href, title }] of definitions) lexer.tokens.links[label] = { href, title: title ?? null };
  return [{ type: "text", raw: text, text, tokens: lexer.inlineTokens(text.trim(), []) }];
}
