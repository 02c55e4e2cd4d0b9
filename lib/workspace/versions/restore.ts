import type { DeckId, UserId, VersionId } from "@/lib/api/ids";
import type { VersionInfo } from "@/lib/api/versions";
import type { Collab } from "@/lib/collab/server/collab";
import type { CommittedText } from "@/lib/collab/server/committed-text";
import { AppError } from "@/lib/errors";
import type { Database } from "@/lib/workspace/database";
import { getVersion } from "@/lib/workspace/versions/get";
import { keepText } from "@/lib/workspace/versions/keep";
import { keepLastWhole } from "@/lib/workspace/versions/keep-automatically";

/** Others may write between the keeping of a text and its replacement; then it is kept anew. */
const maxTries = 5;

/** A deck's text since, the version that it was taken back to, and the one that has what was there before, where that was another. */
interface RestoredText {
  readonly text: CommittedText;
  readonly to: VersionInfo;
  readonly replaced: VersionId | undefined;
}

/**
 * Makes a deck's text what it was in a version: one edit forward, the least one, live for whoever has the deck open, and
 * undone like any other. Nothing of the log is taken back, and the very text that it replaces is a version from then on.
 * A deck of which a part can't be read any more begins anew with that text instead, and what is left of it is a version.
 * Throws 404 where the deck has no such version, 412 where others write so fast that no moment is found.
 */
export async function restoreVersion(
  { pool, collab }: Pick<Database, "pool"> & { readonly collab: Pick<Collab, "readRest" | "editDeck" | "replaceDamaged"> },
  deckId: DeckId,
  { versionId, userId, by }: { readonly versionId: VersionId; readonly userId: UserId; /** Their name. */ readonly by: string },
): Promise<RestoredText> {
  const { markdown, ...to } = await getVersion({ pool }, deckId, { versionId });
  for (let tries = 1; ; tries++) {
    const before = await collab.readRest(deckId);
    if (!before.isDamaged && before.markdown === markdown) return { text: before, to, replaced: undefined };
    if (before.isDamaged) await keepLastWhole({ pool }, deckId);
    const replaced = await keepText({ pool }, deckId, { text: before, kind: "restore", userId });
    try {
      // Everybody is sent out: nobody is there to take it back.
      if (before.isDamaged) return { text: await collab.replaceDamaged(deckId, markdown, { userId, by, expected: before }), to, replaced: undefined };
      const text = await collab.editDeck(deckId, () => markdown, { kind: "restore", userId, expected: before });
      return { text, to, replaced };
    } catch (error) {
      if (!(error instanceof AppError && error.code === "stale") || tries === maxTries) throw error;
    }
  }
}
