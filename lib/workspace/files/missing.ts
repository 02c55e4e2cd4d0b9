import type { MissingFiles } from "@/lib/api/files";
import type { DeckId } from "@/lib/api/ids";
import { mediaTypeOfName } from "@/lib/api/media-kind";
import { fileMentions, parseDeck, relativePath } from "@/lib/deck";
import type { Database } from "@/lib/workspace/database";
import { listFileWidths } from "@/lib/workspace/files/list";

/** Where a text names files that the deck has not: whoever wrote it elsewhere has them, and can add them. */
export async function findMissingFiles(database: Pick<Database, "pool">, deckId: DeckId, markdown: string): Promise<MissingFiles> {
  const deck = parseDeck(markdown);
  const known = await listFileWidths(database, deckId);
  const mentions = fileMentions(deck).flatMap(({ path, start, end }) => {
    const beside = relativePath(deck.source.slice(start, end));
    return beside === undefined || known.has(path) || mediaTypeOfName(path) === undefined ? [] : [{ path, beside, start, end }];
  });
  return { mentions };
}
