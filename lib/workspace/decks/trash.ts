import type { DeckId } from "@/lib/api/ids";
import type { Audience } from "@/lib/audience/audience";
import type { Collab } from "@/lib/collab/server/collab";
import type { Database } from "@/lib/workspace/database";

/** What has to hear that a deck is gone. */
export interface TrashGround extends Pick<Database, "prisma"> {
  readonly audience: Pick<Audience, "changed">;
  readonly collab: Pick<Collab, "closeDeck">;
}

/** Puts the deck into the trash: its links stop working, and whoever has it open is sent out. Twice is once. */
export async function trashDeck(
  { prisma, audience, collab }: TrashGround,
  deckId: DeckId,
  { by, now }: { readonly by: string; readonly now: Date },
): Promise<void> {
  await prisma.deck.updateMany({ where: { id: deckId, trashedAt: null }, data: { trashedAt: now } });
  audience.changed([deckId]);
  await collab.closeDeck(deckId, "deleted", { by });
}
