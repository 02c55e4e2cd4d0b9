import { AppError } from "@/lib/errors";
import type { JoinOffer } from "@/lib/api/links";
import type { Database } from "@/lib/workspace/database";
import { linkStateOf } from "@/lib/workspace/links/deck-link";
import { deckRights } from "@/lib/workspace/policies";

/** What a join link offers, before anybody agrees. Throws 404 for an address nobody made, 410 for one that ended. */
export async function findJoinOffer({ prisma }: Pick<Database, "prisma">, token: string, { now }: { readonly now: Date }): Promise<JoinOffer> {
  const link = await prisma.link.findUnique({ where: { token }, include: { deck: { include: { text: { select: { title: true } } } } } });
  if (!link || link.kind !== "join") throw joinLinkNotFound();
  if (link.deck.trashedAt !== null || linkStateOf(link, { now }) !== "in-force") throw joinLinkEnded();
  return {
    title: link.deck.name ?? link.deck.text?.title ?? "",
    right: deckRights.find((right) => right === link.right) ?? "view",
    needsPassword: link.passwordHash !== null,
  };
}

export function joinLinkNotFound(): AppError {
  return new AppError("not-found", "There is no such link. Check that you copied all of it.");
}

export function joinLinkEnded(): AppError {
  return new AppError("gone", "This link was withdrawn or has ended. Ask whoever sent it for a new one.");
}
