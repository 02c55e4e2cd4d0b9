import type { UserId } from "@/lib/api/ids";
import type { ApiTokenList } from "@/lib/api/tokens";
import type { Database } from "@/lib/workspace/database";
import { teamsRunBy } from "@/lib/workspace/tokens/teams";
import { listed } from "@/lib/workspace/tokens/token-row";

/** A person's tokens, newest first, those that have ended too. */
export async function listTokens({ pool, prisma }: Pick<Database, "pool" | "prisma">, userId: UserId): Promise<ApiTokenList> {
  const [rows, teams] = await Promise.all([
    prisma.apiToken.findMany({
      where: { userId },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      include: { team: { select: { id: true, name: true } } },
    }),
    teamsRunBy({ pool }, userId),
  ]);
  return { tokens: rows.map(listed), teams: [...teams] };
}
