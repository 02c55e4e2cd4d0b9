import { z } from "zod";
import { deckIdSchema, slideIdSchema } from "@/lib/api/ids";

/** `GET /api/decks/:id/slides`: the slides of the text that settled last, by the ids that outlast edits and moves. */
export const slideListSchema = z.object({
  slides: z.array(
    z.object({
      id: slideIdSchema,
      /** From 0. */
      position: z.int(),
      text: z.string(),
      /** Equal hash, equal text. */
      textHash: z.string(),
    }),
  ),
});
export type DeckSlides = z.infer<typeof slideListSchema>;

/** Slides that one call takes from another deck. */
const maxBorrowed = 100;

/**
 * `POST /api/decks/:id/slides/copies`: makes slides of another deck fit for this one. Their files come along; the texts in the
 * answer are to be written where they shall stand.
 */
export const borrowSlidesBodySchema = z.strictObject({
  from: deckIdSchema,
  /** Addresses of the slides in the other deck. */
  anchors: z.array(z.string().max(500)).min(1, "Choose at least one slide.").max(maxBorrowed, `That are more than ${maxBorrowed} slides at once.`),
});
export type BorrowSlidesBody = z.input<typeof borrowSlidesBodySchema>;

export const borrowedSlidesSchema = z.object({ slides: z.array(z.string()).readonly() });
export type BorrowedSlides = z.infer<typeof borrowedSlidesSchema>;
