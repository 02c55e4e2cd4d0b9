import type { DeckId } from "@/lib/api/ids";
import type { Database } from "@/lib/workspace/database";

/** Takes the deck out of the trash: links and rights are as they were. */
export async function restoreFromTrash({ prisma }: Pick<Database, "prisma">, deckId: DeckId): Promise<void> {
  await prisma.deck.updateMany({ where: { id: deckId }, data: { trashedAt: null } });
}
