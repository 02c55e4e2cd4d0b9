import type { DeckId } from "@/lib/api/ids";
import type { Database } from "@/lib/workspace/database";

/** Gives the deck its own name; null goes back to the title in its text. */
export async function renameDeck({ prisma }: Pick<Database, "prisma">, deckId: DeckId, { name }: { readonly name: string | null }): Promise<void> {
  await prisma.deck.update({ where: { id: deckId }, data: { name } });
}
