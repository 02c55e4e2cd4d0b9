import { z } from "zod";
import { deckIdSchema, type DeckId } from "@/lib/api/ids";
import type { DeckInfo } from "@/lib/api/decks";

/** Cards that are dragged within the page; nothing else takes them. */
const dragType = "application/x-lectern-decks";

/** Says which decks are dragged. The link that the browser drags along stays, for other windows. */
export function writeDraggedDecks(transfer: DataTransfer, decks: readonly DeckInfo[]): void {
  transfer.setData(dragType, JSON.stringify(decks.map(({ id }) => id)));
  transfer.effectAllowed = "copyMove";
}

export function holdsDecks(transfer: DataTransfer): boolean {
  return transfer.types.includes(dragType);
}

/** The decks that were dropped; none where it was something else. */
export function readDraggedDecks(transfer: DataTransfer): readonly DeckId[] {
  const text = transfer.getData(dragType);
  if (text === "") return [];
  const read = z.array(deckIdSchema).safeParse(JSON.parse(text));
  return read.success ? read.data : [];
}
