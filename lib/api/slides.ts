import { z } from "zod";
import { slideIdSchema } from "@/lib/api/ids";

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
