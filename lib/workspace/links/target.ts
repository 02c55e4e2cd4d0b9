import type { DeckId, UserId, VersionId } from "@/lib/api/ids";
import type { WantedTarget } from "@/lib/api/links";
import type { Collab } from "@/lib/collab/server/collab";
import { AppError } from "@/lib/errors";
import type { Database } from "@/lib/workspace/database";
import { keepVersion } from "@/lib/workspace/versions/keep";

/** What a link's target needs beside the rows: freezing at the current text keeps it as a version. */
export type TargetGround = Pick<Database, "pool"> & { readonly collab: Pick<Collab, "readDeck"> };

/** The version that a link is to be frozen at; null for the latest. Throws 422 for a version of another deck. */
export async function versionOfTarget(
  ground: TargetGround,
  deckId: DeckId,
  { target, userId }: { readonly target: WantedTarget; readonly userId: UserId },
): Promise<VersionId | null> {
  if (target === "latest") return null;
  if (target === "current") return (await keepVersion(ground, deckId, { userId, name: undefined, kind: "publish" })).version.id;
  const { rowCount } = await ground.pool.query("SELECT FROM deck_version WHERE id = $1 AND deck_id = $2", [target, deckId]);
  if (rowCount === 0) throw new AppError("unprocessable", "This deck has no such version to link to.");
  return target;
}
