import type { DeckId } from "@/lib/api/ids";
import type { DeckLink } from "@/lib/api/links";
import type { Database } from "@/lib/workspace/database";
import { toDeckLink } from "@/lib/workspace/links/deck-link";

/** The deck's links that were not withdrawn, newest first. */
export async function listLinks(
  { prisma }: Pick<Database, "prisma">,
  deckId: DeckId,
  { origin }: { readonly origin: string },
): Promise<readonly DeckLink[]> {
  const rows = await prisma.link.findMany({ where: { deckId, revokedAt: null }, orderBy: [{ createdAt: "desc" }, { id: "desc" }] });
  return rows.map((row) => toDeckLink(row, { origin }));
}
