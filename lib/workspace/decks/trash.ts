import type { DeckId } from "@/lib/api/ids";
import type { Database } from "@/lib/workspace/database";

/** Puts the deck into the trash: its links stop working, co-authors are sent out by the caller. Twice is once. */
export async function trashDeck({ prisma }: Pick<Database, "prisma">, deckId: DeckId, { now }: { readonly now: Date }): Promise<void> {
  await prisma.deck.updateMany({ where: { id: deckId, trashedAt: null }, data: { trashedAt: now } });
}
