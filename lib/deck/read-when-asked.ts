import type { Token, TokensList } from "marked";
import { languageFor, type Blocks, type Language, type LanguageOptions, type LinkDefinitions, type OpenSlide } from "./language";
import { separateNotes, type PlacedBlock } from "./separate-notes";

const none: LinkDefinitions = new Map();

/**
 * The blocks of one slide, with inlines that are read once somebody asks for them: most slides are asked once, by
 * their rendering, and that knows the deck's definitions. Whoever asks without them is answered without them, whatever
 * was asked before.
 */
export class ReadWhenAsked {
  readonly #text: string;
  readonly #language: Language;
  #slide: OpenSlide | undefined;
  #blocks: readonly PlacedBlock[] = [];
  #isWhole = false;

  constructor(text: string, options: LanguageOptions, blocks?: Blocks) {
    this.#text = text;
    this.#language = languageFor(options);
    this.#slide = this.#language.openSlide(text, blocks);
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
    // Blocks that hold others, as lists do, are not looked through for theirs.
    const isOne = token.type === "heading" || token.type === "paragraph";
    const inlines = isOne && token.tokens ? [{ src: token.text, tokens: token.tokens }] : slide.inlines;
    this.#language.lexInlines(slide, inlines, none);
    return token;
  }

  /** The blocks that show, read without the deck's definitions. */
  blocks(): readonly PlacedBlock[] {
    const slide = this.#opened();
    if (!this.#isWhole) this.#language.lexInlines(slide, slide.inlines, none);
    this.#isWhole = true;
    return this.#blocks;
  }

  /** The same with definitions of the deck: as they are where nobody has them yet, else anew. */
  blocksWith(definitions: LinkDefinitions): readonly PlacedBlock[] {
    const slide = this.#slide;
    if (this.#isWhole || !slide) return separateNotes(this.#language.lexSlide(this.#text, definitions)).blocks;
    for (const { src, tokens } of slide.inlines) if (src.includes("[")) tokens.length = tokens[0]?.type === "checkbox" ? 1 : 0;
    this.#language.lexInlines(slide, slide.inlines, definitions);
    this.#slide = undefined;
    return this.#blocks;
  }

  /** The slide as nobody has read it on; opened again where it went to somebody with the deck's definitions. */
  #opened(): OpenSlide {
    if (this.#slide) return this.#slide;
    this.#slide = this.#language.openSlide(this.#text);
    this.#blocks = separateNotes(this.#slide.tokens).blocks;
    return this.#slide;
  }
}
