import type { DeckId, UserId } from "@/lib/api/ids";
import type { Collab } from "@/lib/collab/server/collab";
import { applyTextEdits, fileMentions, parseDeck, takeSlides, type Deck, type TextEdit } from "@/lib/deck";
import { AppError } from "@/lib/errors";
import type { Database } from "@/lib/workspace/database";
import { keepFile } from "@/lib/workspace/files/add";
import type { FileStore } from "@/lib/workspace/files/file-store";
import type { FileQuota } from "@/lib/workspace/files/quota";
import { findFile } from "@/lib/workspace/files/find";

export interface BorrowSlidesOptions {
  /** The deck that they are taken from: one whose text the person may read. */
  readonly from: DeckId;
  /** Their addresses in it, in the order they are wanted. */
  readonly anchors: readonly string[];
  readonly userId: UserId;
  readonly store: FileStore;
  readonly quota: FileQuota;
}

/**
 * The texts of slides of another deck, ready to stand in this one: the files that they show are in this deck now, under
 * names that are free here, and the texts name them so; definitions that they use come along. Nothing of the deck's own text changes. Throws 422 where a slide is
 * not there any more, 409 where the files don't fit in.
 */
export async function borrowSlides(
  { pool, collab }: Pick<Database, "pool"> & { readonly collab: Pick<Collab, "readDeck"> },
  deckId: DeckId,
  { from, anchors, userId, store, quota }: BorrowSlidesOptions,
): Promise<readonly string[]> {
  const [other, mine] = await Promise.all([collab.readDeck(from), collab.readDeck(deckId)]);
  const deck = parseDeck(other.markdown);
  const indexes = anchors.map((anchor) => indexOf(deck, anchor));
  const moved = new Map<string, string>();
  const texts: string[] = [];
  for (const text of takeSlides(deck, indexes, parseDeck(mine.markdown))) {
    const edits: TextEdit[] = [];
    for (const { path: named, start, end } of fileMentions(parseDeck(text))) {
      const path = moved.get(named) ?? (await takeAlong(named));
      moved.set(named, path);
      if (path !== named) edits.push({ start, end, text: path });
    }
    texts.push(applyTextEdits(text, edits));
  }
  return texts;

  /** The path that the file has here; its own where the other deck has no such file. */
  async function takeAlong(path: string): Promise<string> {
    const file = await findFile({ pool }, from, path);
    const bytes = file && (await store.get(from, file.sha256));
    if (file === undefined || bytes === undefined) return path;
    return (await keepFile({ pool }, deckId, { store, quota, userId, file, bytes })).file.path;
  }
}

function indexOf({ slides }: Deck, anchor: string): number {
  const index = slides.findIndex((slide) => slide.anchor === anchor);
  if (index === -1) throw new AppError("unprocessable", "One of these slides is not in the other deck any more. Choose again.");
  return index;
}
