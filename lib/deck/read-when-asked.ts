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
  /** Inlines that nobody has read, by where their tokens go; made when one of them is asked for. */
  #unread: Map<Token[], Inline> | undefined;
  readonly #read: Inline[] = [];
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
    this.#unread ??= new Map(slide.inlines.map((inline) => [inline.tokens, inline]));
    const own = "tokens" in token ? this.#unread.get(token.tokens ?? []) : undefined;
    // Blocks that hold others, as lists do, are no reason to look through them.
    const asked = own ? [own] : token.type === "heading" || token.type === "paragraph" ? [] : [...this.#unread.values()];
    this.#lex(slide, asked);
    return token;
  }

  /** The blocks that show, read without the deck's definitions. */
  blocks(): readonly PlacedBlock[] {
    const slide = this.#opened();
    if (!this.#isWhole) this.#lex(slide, this.#unread ? [...this.#unread.values()] : slide.inlines);
    this.#isWhole = true;
    return this.#blocks;
  }

  /** The same with definitions of the deck: as they are where nobody has them yet, else anew. */
  blocksWith(definitions: LinkDefinitions): readonly PlacedBlock[] {
    const language = languageFor(this.#options);
    if (this.#isWhole || !this.#slide) return separateNotes(language.lexSlide(this.#text, definitions)).blocks;
    const slide = this.#slide;
    const again = this.#read.filter(({ src }) => src.includes("["));
    for (const { tokens } of again) tokens.length = 0;
    language.lexInlines(slide, [...again, ...(this.#unread ? this.#unread.values() : slide.inlines)], definitions);
    const blocks = this.#blocks;
    this.#slide = undefined;
    return blocks;
  }

  #lex(slide: OpenSlide, inlines: readonly Inline[]): void {
    languageFor(this.#options).lexInlines(slide, inlines, none);
    for (const inline of inlines) this.#unread?.delete(inline.tokens);
    this.#read.push(...inlines);
  }

  /** The slide as nobody has read it on; opened again where it went to somebody with the deck's definitions. */
  #opened(): OpenSlide {
    if (this.#slide) return this.#slide;
    this.#slide = languageFor(this.#options).openSlide(this.#text);
    this.#blocks = separateNotes(this.#slide.tokens).blocks;
    this.#unread = undefined;
    this.#read.length = 0;
    return this.#slide;
  }
}
