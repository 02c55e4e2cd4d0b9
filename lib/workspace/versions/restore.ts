import type { DeckId, UserId, VersionId } from "@/lib/api/ids";
import type { Collab, CommittedText } from "@/lib/collab/server/collab";
import { AppError } from "@/lib/errors";
import type { Database } from "@/lib/workspace/database";

/**
 * Makes a deck's text what it was in a version: one edit forward, the least one, live for whoever has the deck open, and
 * undone like any other. Nothing of the log is taken back. Throws 404 where the deck has no such version.
 */
export async function restoreVersion(
  { prisma, collab }: Pick<Database, "prisma"> & { readonly collab: Pick<Collab, "editDeck"> },
  deckId: DeckId,
  { versionId, userId }: { readonly versionId: VersionId; readonly userId: UserId },
): Promise<CommittedText> {
  const version = await prisma.deckVersion.findFirst({ where: { id: versionId, deckId }, select: { markdown: true } });
  if (!version) throw new AppError("not-found", "This deck has no such version.");
  return collab.editDeck(deckId, () => version.markdown, { kind: "restore", userId });
}
