import { z } from "zod";

/** `POST /api/decks/:id/merge`: a copy of the text that was changed elsewhere, with the text that it was made of. */
export const mergeBodySchema = z.strictObject({ base: z.string(), markdown: z.string() });

/** The text with both changes; `ETag` names it. Each of `conflicts` is a comment in the deck too. */
export const mergedDeckSchema = z.object({
  markdown: z.string(),
  conflicts: z.array(
    z.object({
      /** The title of the slide that it is about. */
      slide: z.string(),
      /** What gave way; empty where it was deleted. */
      mine: z.string(),
    }),
  ),
});
export type MergedDeck = z.infer<typeof mergedDeckSchema>;
