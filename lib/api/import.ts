import { z } from "zod";
import { deckSchema } from "@/lib/api/decks";

/** `POST /api/decks/import`: text of a file that another tool's deck is in. */
export const importDeckBodySchema = z.strictObject({
  /** Name of the file; only to name the deck and to say what is wrong with it. */
  filename: z.string().trim().max(255).optional(),
  source: z.string(),
  /** What wrote it, for example `landslide`; found out where it is absent. */
  dialect: z.string().max(40).optional(),
});
export type ImportDeckBody = z.input<typeof importDeckBodySchema>;

export const importNoticeSchema = z.object({
  code: z.string(),
  severity: z.enum(["error", "warning", "info", "hint"]),
  message: z.string(),
  /** 1-based line in the imported text. */
  line: z.int(),
});

/** 201: the new deck, with what the import has to say about it. */
export const importedDeckSchema = deckSchema.extend({ notices: z.array(importNoticeSchema) });
export type ImportedDeck = z.infer<typeof importedDeckSchema>;
