import { hashPassword } from "better-auth/crypto";
import { AppError } from "@/lib/errors";
import type { DeckId, UserId } from "@/lib/api/ids";
import type { DeckLink, LinkKind } from "@/lib/api/links";
import type { Database } from "@/lib/workspace/database";
import { toDeckLink } from "@/lib/workspace/links/deck-link";
import { randomToken, tokenLengths } from "@/lib/workspace/links/random-token";
import type { DeckRight } from "@/lib/workspace/policies";

export interface CreateLinkOptions {
  readonly kind: LinkKind;
  readonly right: DeckRight;
  /** A version's id, or `"latest"`. */
  readonly target: string;
  readonly label: string | undefined;
  readonly expiresAt: Date | undefined;
  readonly password: string | undefined;
  readonly createdBy: UserId;
  readonly origin: string;
  readonly now: Date;
}

/** Makes a link of the deck. Throws `unprocessable` for a version of another deck and for an end in the past. */
export async function createLink({ prisma }: Pick<Database, "prisma">, deckId: DeckId, options: CreateLinkOptions): Promise<DeckLink> {
  const { kind, right, target, label, expiresAt, password, createdBy, origin, now } = options;
  if (expiresAt !== undefined && expiresAt <= now) {
    throw new AppError("unprocessable", "This link would end before it begins. Choose an end in the future.");
  }
  if (kind === "public" && password !== undefined) {
    throw new AppError("not-built", "Public links with a password are not built yet. Leave the password out, or share a join link with one.");
  }
  const versionId = target === "latest" ? null : target;
  if (versionId !== null && (await prisma.deckVersion.count({ where: { id: versionId, deckId } })) === 0) {
    throw new AppError("unprocessable", "This deck has no such version to link to.");
  }
  const row = await prisma.link.create({
    data: {
      deckId,
      kind,
      right: kind === "public" ? "view" : right,
      token: randomToken(tokenLengths[kind]),
      versionId,
      label: label || null,
      expiresAt: expiresAt ?? null,
      passwordHash: password === undefined ? null : await hashPassword(password),
      createdBy,
    },
  });
  return toDeckLink(row, { origin });
}
