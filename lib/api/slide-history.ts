import { z } from "zod";
import { slideIdSchema, versionIdSchema } from "@/lib/api/ids";

/** A text that a slide had. */
const slidePastSchema = z.object({
  /** Equal hash, equal text. */
  textHash: z.string(),
  text: z.string(),
  /** The first version that has it; null for the text of this moment. */
  versionId: versionIdSchema.nullable(),
  /** When the deck had it first, as far as versions know. */
  since: z.iso.datetime().nullable(),
  /** Who wrote in the deck then. */
  authors: z.array(z.string()),
  /** From 0: where the slide stood. */
  position: z.int(),
});
export type SlidePast = z.infer<typeof slidePastSchema>;

/** `GET /api/decks/:id/slides/:slideId/history`: newest first; the first one is how it is now, unless it is gone. */
export const slideHistorySchema = z.object({ id: slideIdSchema, isGone: z.boolean(), texts: z.array(slidePastSchema) });
export type SlideHistory = z.infer<typeof slideHistorySchema>;

/** `POST …/slides/:slideId/restore`: an older text of it; without one, the last text of a slide that was deleted. */
export const restoreSlideBodySchema = z.strictObject({ textHash: z.string().max(100).optional() });
export type RestoreSlideBody = z.input<typeof restoreSlideBodySchema>;

/** `GET /api/decks/:id/slides/deleted`: the latest first. */
export const deletedSlidesSchema = z.object({
  slides: z.array(
    z.object({
      id: slideIdSchema,
      text: z.string(),
      /** From 0: where it stood. */
      position: z.int(),
      goneAt: z.iso.datetime().nullable(),
      goneBy: z.string().nullable(),
    }),
  ),
});
export type DeletedSlides = z.infer<typeof deletedSlidesSchema>;
export type DeletedSlide = DeletedSlides["slides"][number];
