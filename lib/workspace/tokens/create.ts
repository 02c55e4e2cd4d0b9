import type { UserId } from "@/lib/api/ids";
import { maxTokensPerPerson } from "@/lib/api/limits";
import { tokenPrefix, type CreatedToken, type TokenScope } from "@/lib/api/tokens";
import { AppError } from "@/lib/errors";
import type { Database } from "@/lib/workspace/database";
import { randomToken } from "@/lib/workspace/links/random-token";
import { teamsRunBy } from "@/lib/workspace/tokens/teams";
import { hashOfToken, listed } from "@/lib/workspace/tokens/token-row";

export interface CreateTokenOptions {
  readonly label: string;
  readonly scope: TokenScope;
  /** Only for a team that this person runs. */
  readonly teamId: string | undefined;
  readonly expiresAt: Date | undefined;
  readonly now: Date;
}

/** 200 bits. */
const secretLength = 40;

/** Makes a token for a program to act with. Throws 422 for an end in the past, 403 for a team of others, 409 where there are too many. */
export async function createToken(
  { pool, prisma }: Pick<Database, "pool" | "prisma">,
  userId: UserId,
  { label, scope, teamId, expiresAt, now }: CreateTokenOptions,
): Promise<CreatedToken> {
  if (expiresAt && expiresAt <= now) throw new AppError("unprocessable", "The token's last day is over already. Choose one to come.");
  if (teamId !== undefined && !(await teamsRunBy({ pool }, userId)).some(({ id }) => id === teamId)) {
    throw new AppError("forbidden", "Tokens of a team are made by who runs it. Ask one of its owners.");
  }
  if ((await prisma.apiToken.count({ where: { userId } })) >= maxTokensPerPerson) {
    throw new AppError("conflict", `You have ${maxTokensPerPerson} tokens. Revoke those that nothing uses any more.`);
  }
  const token = tokenPrefix + randomToken(secretLength);
  const row = await prisma.apiToken.create({
    data: { userId, label, scope, teamId, expiresAt, tokenHash: hashOfToken(token), hint: token.slice(-4) },
    include: { team: { select: { id: true, name: true } } },
  });
  return { ...listed(row), token };
}
