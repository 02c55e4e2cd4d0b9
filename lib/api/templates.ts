import { z } from "zod";
import { deckCoverSchema } from "@/lib/api/decks";

/** `GET /api/templates`: those that come with the product. Decks that are used as templates are a list of `GET /api/decks`. */
export const templateSchema = z.object({
  /** For `POST /api/decks`. */
  id: z.string(),
  name: z.string(),
  about: z.string(),
  cover: deckCoverSchema,
  slides: z.int(),
});
export type TemplateInfo = z.infer<typeof templateSchema>;

export const templateListSchema = z.object({ templates: z.array(templateSchema) });
export type TemplateList = z.infer<typeof templateListSchema>;
