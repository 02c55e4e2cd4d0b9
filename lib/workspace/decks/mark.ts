import type { DeckId, UserId } from "@/lib/api/ids";
import type { Database } from "@/lib/workspace/database";

/** Stars a deck for one person, or takes their star away. */
export async function starDeck(
  { prisma }: Pick<Database, "prisma">,
  deckId: DeckId,
  { userId, isStarred, now }: { readonly userId: UserId; readonly isStarred: boolean; readonly now: Date },
): Promise<void> {
  const starredAt = isStarred ? now : null;
  await prisma.deckMark.upsert({ where: { userId_deckId: { userId, deckId } }, create: { userId, deckId, starredAt }, update: { starredAt } });
}

/** Remembers that somebody opened a deck, for the list of what they opened last. */
export async function markOpened(
  { prisma }: Pick<Database, "prisma">,
  deckId: DeckId,
  { userId, now }: { readonly userId: UserId; readonly now: Date },
): Promise<void> {
  await prisma.deckMark.upsert({
    where: { userId_deckId: { userId, deckId } },
    create: { userId, deckId, openedAt: now },
    update: { openedAt: now },
  });
}
