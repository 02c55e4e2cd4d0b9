import type { DeckId } from "@/lib/api/ids";
import type { Database } from "@/lib/workspace/database";
import { titleKey } from "@/lib/workspace/search/words";

/** Gives the deck its own name; null goes back to the title in its text. */
export async function renameDeck({ prisma }: Pick<Database, "prisma">, deckId: DeckId, { name }: { readonly name: string | null }): Promise<void> {
  const text = name === null ? await prisma.deckText.findUnique({ where: { deckId }, select: { title: true } }) : null;
  await prisma.deck.update({ where: { id: deckId }, data: { name, titleKey: titleKey(name ?? text?.title ?? "") } });
}
