import type { MissingFiles } from "@/lib/api/files";
import type { DeckId } from "@/lib/api/ids";
import { mediaTypeOfName } from "@/lib/api/media-kind";
import { fileMentions, parseDeck, relativePath } from "@/lib/deck";
import type { Database } from "@/lib/workspace/database";
import { listFiles } from "@/lib/workspace/files/list";

/**
 * Where a text names files that the deck has not: whoever wrote it elsewhere has them, and can add them. And where it names
 * those that the deck has, by their content: elsewhere they may have become others.
 */
export async function findMissingFiles(database: Pick<Database, "pool">, deckId: DeckId, markdown: string): Promise<MissingFiles> {
  const deck = parseDeck(markdown);
  const known = new Map((await listFiles(database, deckId)).map(({ path, sha256 }) => [path, sha256]));
  const named = fileMentions(deck).flatMap(({ path, start, end }) => {
    const beside = relativePath(deck.source.slice(start, end));
    return beside === undefined ? [] : [{ path, beside, start, end }];
  });
  return {
    mentions: named.filter(({ path }) => !known.has(path) && mediaTypeOfName(path) !== undefined),
    there: named.flatMap((mention) => {
      const sha256 = known.get(mention.path);
      return sha256 === undefined ? [] : [{ ...mention, sha256 }];
    }),
  };
}
