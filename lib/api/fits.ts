import { z } from "zod";
import { maxFitsPerCall } from "@/lib/api/limits";

/** How tight a slide is set, in percent. */
export const fitSteps = [100, 95, 90, 85, 80, 75, 70] as const;

/** `PUT /api/decks/:id/fits` → 204: what an editor's browser measured, kept for pages that have no script yet. */
export const putFitsBodySchema = z.strictObject({
  theme: z.string().min(1).max(60),
  /** Which fonts were measured with; from the assets' manifest. */
  fontsVersion: z.string().min(1).max(80),
  fits: z
    .array(z.strictObject({ slideHash: z.string().min(1).max(80), step: z.literal(fitSteps) }))
    .max(maxFitsPerCall, `Send at most ${maxFitsPerCall} slides at once.`),
});
export type PutFitsBody = z.input<typeof putFitsBodySchema>;
