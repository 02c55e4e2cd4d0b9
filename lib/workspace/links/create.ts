import { hashPassword } from "better-auth/crypto";
import { AppError } from "@/lib/errors";
import { linkIdSchema, type DeckId, type UserId } from "@/lib/api/ids";
import type { DeckLink, LinkKind, WantedTarget } from "@/lib/api/links";
import { readLink } from "@/lib/workspace/links/deck-link";
import { randomToken, tokenLengths } from "@/lib/workspace/links/random-token";
import { versionOfTarget, type TargetGround } from "@/lib/workspace/links/target";
import { keepText } from "@/lib/workspace/versions/keep";
import { announceEvent } from "@/lib/workspace/webhooks/announce";
import type { DeckRight } from "@/lib/workspace/policies";

export interface CreateLinkOptions {
  readonly kind: LinkKind;
  readonly right: DeckRight;
  readonly target: WantedTarget;
  readonly label: string | undefined;
  readonly expiresAt: Date | undefined;
  readonly password: string | undefined;
  readonly createdBy: UserId;
  readonly origin: string;
  readonly now: Date;
}

/** Makes a link of the deck. Throws 422 for a version of another deck and for an end in the past. */
export async function createLink(ground: TargetGround, deckId: DeckId, options: CreateLinkOptions): Promise<DeckLink> {
  const { kind, right, target, label, expiresAt, password, createdBy, origin, now } = options;
  requireFuture(expiresAt, now);
  const { rows } = await ground.pool.query<{ id: string }>(
    `INSERT INTO deck_link (deck_id, kind, "right", token, version_id, label, expires_at, password_hash, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
    [
      deckId,
      kind,
      kind === "public" ? "view" : right,
      randomToken(tokenLengths[kind]),
      await versionOfTarget(ground, deckId, { target, userId: createdBy }),
      label || null,
      expiresAt ?? null,
      password === undefined ? null : await hashPassword(password),
      createdBy,
    ],
  );
  // What was first to be seen by everybody is found again, whatever the link shows later.
  if (kind === "public" && target === "latest") {
    await keepText(ground, deckId, { text: await ground.collab.readDeck(deckId), kind: "publish", userId: createdBy });
  }
  const link = await readLink(ground.pool, deckId, { origin, linkId: linkIdSchema.parse(rows[0]?.id) });
  await announcePublished(ground, deckId, link);
  return link;
}

/** Webhooks hear of a public link, and of a new version at the address of one. */
export async function announcePublished(ground: TargetGround, deckId: DeckId, link: DeckLink): Promise<void> {
  if (link.kind === "public") await announceEvent(ground, deckId, { event: "deck.published", data: { linkId: link.id, url: link.url } });
}

/** Throws 422 for an end of a link that has come already. */
export function requireFuture(expiresAt: Date | null | undefined, now: Date): void {
  if (expiresAt && expiresAt <= now) throw new AppError("unprocessable", "This link would have ended already. Choose an end in the future.");
}
