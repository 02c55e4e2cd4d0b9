import type { z } from "zod";
import type { patchDeckBodySchema } from "@/lib/api/decks";
import type { DeckId, UserId } from "@/lib/api/ids";
import type { Database } from "@/lib/workspace/database";
import { starDeck } from "@/lib/workspace/decks/mark";
import { renameDeck } from "@/lib/workspace/decks/rename";
import { restoreFromTrash } from "@/lib/workspace/decks/restore-from-trash";
import { requireMay } from "@/lib/workspace/decks/role";
import { moveToFolder } from "@/lib/workspace/folders/move-deck";
import type { DeckRole } from "@/lib/workspace/policies";

/** What becomes of a deck's row; what is not said stays. */
export type DeckChange = z.output<typeof patchDeckBodySchema>;

/** Who changes it, and when. */
export interface DeckChanger {
  readonly userId: UserId;
  readonly role: DeckRole;
  readonly now: Date;
}

/** Changes a deck as far as the role allows all of it. Throws 403 before anything is changed. */
export async function changeDeck(database: Database, deckId: DeckId, change: DeckChange, { userId, role, now }: DeckChanger): Promise<void> {
  const { title, trashed, folderId, tags, isTemplate, isStarred } = change;
  if (trashed === false) requireMay(role, "trash");
  if (title !== undefined) requireMay(role, "rename");
  if (folderId !== undefined || tags !== undefined || isTemplate !== undefined) requireMay(role, "organize");
  if (trashed === false) await restoreFromTrash(database, deckId);
  if (title !== undefined) await renameDeck(database, deckId, { name: title });
  if (folderId !== undefined) await moveToFolder(database, deckId, { folderId, userId });
  if (tags !== undefined) await database.prisma.deck.update({ where: { id: deckId }, data: { tags: distinctTags(tags) } });
  if (isTemplate !== undefined) await database.prisma.deck.update({ where: { id: deckId }, data: { isTemplate } });
  if (isStarred !== undefined) await starDeck(database, deckId, { userId, isStarred, now });
}

/** Each once, whatever its case, in the order they were given. */
function distinctTags(tags: readonly string[]): string[] {
  const known = new Map<string, string>();
  for (const tag of tags) if (!known.has(tag.toLowerCase())) known.set(tag.toLowerCase(), tag);
  return [...known.values()];
}
