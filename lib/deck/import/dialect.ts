import type { Notice } from "@/lib/deck/deck";
import type { SourceText } from "./source-text";

/** What decks are written in. `lectern` is the deck language itself, and plain Markdown. */
export const dialects = ["lectern", "landslide", "marp", "slidev", "reveal", "hedgedoc", "remark", "pandoc", "deckset", "gitpitch"] as const;
export type Dialect = (typeof dialects)[number];

/** One thing in a text that speaks for a dialect. */
export interface Evidence {
  /** How much it says: 10 points are as good as certain, 1 is a hint. */
  readonly points: number;
  /** A short phrase for people: "14 `v-click`". */
  readonly says: string;
}

/** A deck in the deck language, with what could not be converted. */
export interface Conversion {
  readonly markdown: string;
  /** Ranges are of the text that was imported. */
  readonly notices: readonly Notice[];
}

/** How one dialect is told and read. Neither function throws, on any text. */
export interface DialectReader {
  readonly name: Dialect;
  /** What its users call it. */
  readonly label: string;
  readonly detect: (source: SourceText) => readonly Evidence[];
  readonly convert: (source: SourceText) => Conversion;
}
