import type { TokenId, UserId } from "@/lib/api/ids";
import { AppError } from "@/lib/errors";
import type { Database } from "@/lib/workspace/database";

/** Ends a token of this person's at once. Throws 404 for one of others. */
export async function revokeToken({ prisma }: Pick<Database, "prisma">, userId: UserId, tokenId: TokenId): Promise<void> {
  const { count } = await prisma.apiToken.deleteMany({ where: { id: tokenId, userId } });
  if (count === 0) throw new AppError("not-found", "There is no such token: it may have been revoked already.");
}
