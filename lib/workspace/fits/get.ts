import type { DeckId } from "@/lib/api/ids";
import type { Database } from "@/lib/workspace/database";

/** Fit steps in percent by slide hash, as measured with this theme and these fonts. */
export async function getFits(
  { prisma }: Pick<Database, "prisma">,
  deckId: DeckId,
  { theme, fontsVersion }: { readonly theme: string; readonly fontsVersion: string },
): Promise<ReadonlyMap<string, number>> {
  const rows = await prisma.slideFit.findMany({ where: { deckId, theme, fontsVersion }, select: { slideHash: true, step: true } });
  return new Map(rows.map((row) => [row.slideHash, row.step]));
}
