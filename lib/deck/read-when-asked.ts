import type { Token, TokensList } from "marked";
import { languageFor, type Blocks, type Inline, type LanguageOptions, type LinkDefinitions, type OpenSlide } from "./language";
import { separateNotes, type PlacedBlock } from "./separate-notes";

const none: LinkDefinitions = new Map();

/**
 * The blocks of one slide, with inlines that are read once somebody asks for them: most slides are asked once, by
 * their rendering, and that knows the deck's definitions. Whoever asks without them is answered without them, whatever
 * was asked before.
 */
export class ReadWhenAsked {
  readonly #text: string;
  readonly #options: LanguageOptions;
  #slide: OpenSlide | undefined;
  #blocks: readonly PlacedBlock[] = [];
  /** Inlines that somebody has read; undefined where nobody has read any. */
  #read: Set<Inline> | undefined;
  /** Where the search for the next one starts: blocks are asked for in their order. */
  #next = 0;
  #isWhole = false;

  constructor(text: string, options: LanguageOptions, blocks?: Blocks) {
    this.#text = text;
    this.#options = options;
    this.#slide = languageFor(options).openSlide(text, blocks);
  }

  get tokens(): TokensList {
    return this.#opened().tokens;
  }

  /** Of its blocks, those that show. */
  of(blocks: readonly PlacedBlock[]): this {
    this.#blocks = blocks;
    return this;
  }

  /** Reads the inlines of one block, without the deck's definitions. */
  readIn<T extends Token>(token: T): T {
    const slide = this.#opened();
    if (this.#isWhole) return token;
    const own = "tokens" in token && token.tokens ? this.#find(slide.inlines, token.tokens) : undefined;
    // Blocks that hold others, as lists do, are no reason to look through them.
    this.#lex(slide, own ? [own] : token.type === "heading" || token.type === "paragraph" ? [] : slide.inlines);
    return token;
  }

  /** The blocks that show, read without the deck's definitions. */
  blocks(): readonly PlacedBlock[] {
    const slide = this.#opened();
    if (!this.#isWhole) languageFor(this.#options).lexInlines(slide, this.#unread(slide.inlines), none);
    this.#isWhole = true;
    return this.#blocks;
  }

  /** The same with definitions of the deck: as they are where nobody has them yet, else anew. */
  blocksWith(definitions: LinkDefinitions): readonly PlacedBlock[] {
    const language = languageFor(this.#options);
    if (this.#isWhole || !this.#slide) return separateNotes(language.lexSlide(this.#text, definitions)).blocks;
    const slide = this.#slide;
    const read = this.#read;
    for (const { src, tokens } of read ?? []) if (src.includes("[")) tokens.length = 0;
    const asked = read ? slide.inlines.filter((inline) => !read.has(inline) || inline.src.includes("[")) : slide.inlines;
    language.lexInlines(slide, asked, definitions);
    const blocks = this.#blocks;
    this.#slide = undefined;
    return blocks;
  }

  #lex(slide: OpenSlide, inlines: readonly Inline[]): void {
    const asked = this.#unread(inlines);
    languageFor(this.#options).lexInlines(slide, asked, none);
    this.#read ??= new Set();
    for (const inline of asked) this.#read.add(inline);
  }

  #unread(inlines: readonly Inline[]): readonly Inline[] {
    const read = this.#read;
    return read ? inlines.filter((inline) => !read.has(inline)) : inlines;
  }

  #find(inlines: readonly Inline[], tokens: Token[]): Inline | undefined {
    for (let step = 0; step < inlines.length; step++) {
      const index = (this.#next + step) % inlines.length;
      if (inlines[index]?.tokens !== tokens) continue;
      this.#next = index + 1;
      return inlines[index];
    }
    return undefined;
  }

  /** The slide as nobody has read it on; opened again where it went to somebody with the deck's definitions. */
  #opened(): OpenSlide {
    if (this.#slide) return this.#slide;
    this.#slide = languageFor(this.#options).openSlide(this.#text);
    this.#blocks = separateNotes(this.#slide.tokens).blocks;
    this.#read = undefined;
    this.#next = 0;
    return this.#slide;
  }
}
