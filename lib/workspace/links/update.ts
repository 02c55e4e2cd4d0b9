import { hashPassword } from "better-auth/crypto";
import { AppError } from "@/lib/errors";
import type { DeckId, LinkId, UserId } from "@/lib/api/ids";
import type { DeckLink, WantedTarget } from "@/lib/api/links";
import { announcePublished, requireFuture } from "@/lib/workspace/links/create";
import { linkNotFound, readLink } from "@/lib/workspace/links/deck-link";
import { versionOfTarget, type TargetGround } from "@/lib/workspace/links/target";

/** What changes; undefined leaves it as it is, null takes it away. */
export interface UpdateLinkOptions {
  readonly linkId: LinkId;
  readonly label?: string | null | undefined;
  readonly expiresAt?: Date | null | undefined;
  readonly password?: string | null | undefined;
  readonly target?: WantedTarget | undefined;
  readonly userId: UserId;
  readonly origin: string;
  readonly now: Date;
}

/**
 * Changes a link and keeps its address. Throws 404 for a link that the deck doesn't have or that was withdrawn, 422 for an
 * end in the past, a version of another deck, and a target of a link that is no page.
 */
export async function updateLink(ground: TargetGround, deckId: DeckId, options: UpdateLinkOptions): Promise<DeckLink> {
  const { linkId, label, expiresAt, password, target, userId, origin, now } = options;
  const link = await readLink(ground.pool, deckId, { linkId, origin });
  requireFuture(expiresAt, now);
  if (target !== undefined && link.kind !== "public") {
    throw new AppError("unprocessable", "A link to work on the deck always leads to its latest text.");
  }
  const changes: (readonly [column: string, value: unknown])[] = [];
  if (label !== undefined) changes.push(["label", label || null]);
  if (expiresAt !== undefined) changes.push(["expires_at", expiresAt]);
  if (password !== undefined) changes.push(["password_hash", password === null ? null : await hashPassword(password)]);
  if (target !== undefined) changes.push(["version_id", await versionOfTarget(ground, deckId, { target, userId })]);
  if (changes.length > 0) {
    const set = changes.map(([column], index) => `${column} = $${index + 3}`).join(", ");
    const { rowCount } = await ground.pool.query(`UPDATE deck_link SET ${set} WHERE id = $1 AND deck_id = $2 AND revoked_at IS NULL`, [
      linkId,
      deckId,
      ...changes.map(([, value]) => value),
    ]);
    if (rowCount === 0) throw linkNotFound();
  }
  const changed = await readLink(ground.pool, deckId, { linkId, origin });
  if (target !== undefined) await announcePublished(ground, deckId, changed);
  return changed;
}
