import { z } from "zod";
import { deckSchema } from "@/lib/api/decks";
import { maxTitleLength } from "@/lib/api/limits";

/** `GET /api/search?q=&cursor=`: every word, each as the beginning of one, in titles, slides and the speaker notes that you may read. */
export const searchQuerySchema = z.object({
  q: z.string().trim().min(1, "Say what to look for.").max(maxTitleLength),
  cursor: z.string().max(400).optional(),
});
export type SearchQuery = z.input<typeof searchQuerySchema>;

/** A text in parts, with what was found apart. */
export const markedTextSchema = z.array(z.object({ text: z.string(), isFound: z.boolean() }));
export type MarkedText = z.infer<typeof markedTextSchema>;

export const foundSlideSchema = z.object({
  /** From 1. */
  number: z.int(),
  /** Its address within the deck. */
  anchor: z.string(),
  title: markedTextSchema,
  snippet: markedTextSchema,
  /** The snippet is out of the speaker notes. */
  isNotes: z.boolean(),
});
export type FoundSlide = z.infer<typeof foundSlideSchema>;

export const foundDeckSchema = z.object({
  deck: deckSchema,
  title: markedTextSchema,
  /** Those that say it best. */
  slides: z.array(foundSlideSchema),
  /** How many of its slides say it. */
  slideCount: z.int(),
});
export type FoundDeck = z.infer<typeof foundDeckSchema>;

/** The best first. */
export const searchResultSchema = z.object({
  decks: z.array(foundDeckSchema),
  /** Hand it back as `cursor` for the next page; null at the end. */
  nextCursor: z.string().nullable(),
});
export type SearchResult = z.infer<typeof searchResultSchema>;
