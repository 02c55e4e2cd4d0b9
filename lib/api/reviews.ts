import { z } from "zod";
import { slideIdSchema } from "@/lib/api/ids";
import { commentBodySchema } from "@/lib/api/comments";

export const verdicts = ["approve", "change"] as const;
export type Verdict = (typeof verdicts)[number];

/** What somebody says of a slide as it is now. */
const reviewSchema = z.object({ verdict: z.enum(verdicts), by: z.string(), isYours: z.boolean(), at: z.iso.datetime() });
export type SlideReview = z.infer<typeof reviewSchema>;

/** `GET /api/decks/:id/reviews`: all slides in order, each with what holds of its text of this moment. */
export const reviewListSchema = z.object({
  slides: z.array(
    z.object({
      id: slideIdSchema,
      /** From 0. */
      position: z.int(),
      textHash: z.string(),
      reviews: z.array(reviewSchema),
      /** Verdicts that died as its text changed. */
      outdated: z.int(),
    }),
  ),
});
export type ReviewList = z.infer<typeof reviewListSchema>;
export type ReviewedSlide = ReviewList["slides"][number];

/** `PUT /api/decks/:id/slides/:slideId/review`: of the text with this hash; null takes one's verdict back. */
export const putReviewBodySchema = z
  .strictObject({ verdict: z.enum(verdicts).nullable(), textHash: z.string().max(100), body: commentBodySchema.optional() })
  .refine(({ verdict, body }) => verdict !== "change" || body !== undefined, { message: "Say what is to change.", path: ["body"] });
export type PutReviewBody = z.input<typeof putReviewBodySchema>;
