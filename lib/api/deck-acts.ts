import { z } from "zod";
import { tagSchema } from "@/lib/api/decks";
import { deckIdSchema, folderIdSchema } from "@/lib/api/ids";
import { maxDecksPerAct } from "@/lib/api/limits";

/** What can be done with many decks at once. */
export const deckActSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("trash") }),
  z.strictObject({ kind: z.literal("restore") }),
  /** For ever; only what is in the trash. */
  z.strictObject({ kind: z.literal("delete") }),
  z.strictObject({ kind: z.literal("folder"), folderId: folderIdSchema.nullable() }),
  z.strictObject({ kind: z.literal("tag"), tag: tagSchema }),
  z.strictObject({ kind: z.literal("untag"), tag: tagSchema }),
]);
export type DeckAct = z.infer<typeof deckActSchema>;

/** `POST /api/decks/acts`: each deck by itself, so that one that may not be changed keeps no other. */
export const deckActsBodySchema = z.strictObject({
  deckIds: z.array(deckIdSchema).min(1, "Choose at least one deck.").max(maxDecksPerAct, `That are more than ${maxDecksPerAct} decks at once.`),
  act: deckActSchema,
});
export type DeckActsBody = z.input<typeof deckActsBodySchema>;

export const deckActsAnswerSchema = z.object({
  done: z.array(deckIdSchema),
  /** What could not be done, and why, in a sentence for each deck. */
  refused: z.array(z.object({ deckId: deckIdSchema, sentence: z.string() })),
});
export type DeckActsAnswer = z.infer<typeof deckActsAnswerSchema>;
