import { z } from "zod";
import { deckIdSchema, userIdSchema, type DeckId, type UserId } from "@/lib/api/ids";
import type { Bus } from "@/lib/bus/bus";
import { hearOfIds, tellOfIds } from "@/lib/bus/id-list";

const rightsActSchema = z.object({
  by: z.object({ id: userIdSchema, name: z.string() }),
  of: z.array(userIdSchema),
});

/**
 * Somebody changed what these people may do. The name is told to nobody else: of whoever is found to have another right
 * in the same moment, it was not their doing.
 */
export type RightsAct = Readonly<z.infer<typeof rightsActSchema>>;

/** Who this person is told has changed their right; nobody is told of their own doing. */
export function nameFor(userId: UserId, act: RightsAct | undefined): string | undefined {
  return act !== undefined && act.by.id !== userId && act.of.includes(userId) ? act.by.name : undefined;
}

/** Rights on decks changed. A lost message costs a minute: roles are looked up by and by anyway. */
const channel = "rights";

export interface RightsNews {
  readonly from: string;
  readonly act: RightsAct | undefined;
}

/** Tells every process. */
export function tellOfRights(
  bus: Pick<Bus, "publish" | "maxMessageBytes">,
  { from, deckIds, act }: RightsNews & { readonly deckIds: readonly DeckId[] },
): void {
  tellOfIds(bus, channel, { from, ids: deckIds, note: act });
}

/** Hears of such decks, of this process's own news too. Returns the stop. */
export function hearOfRights(bus: Pick<Bus, "subscribe">, onRights: (deckIds: readonly DeckId[], news: RightsNews) => void): () => void {
  return hearOfIds(bus, channel, {
    idSchema: deckIdSchema,
    // What a newer build says of it is as good as nothing: the rights themselves are looked up.
    onIds: (deckIds, { from, note }) => onRights(deckIds, { from, act: rightsActSchema.safeParse(note).data }),
  });
}
