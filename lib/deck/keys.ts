import type { Item } from "./assemble";
import { readSlideSource } from "./slide-source";
import type { Piece } from "./split";

/**
 * Turns the new pieces of an edited stretch into items, giving each the key of the old slide that it continues:
 * equal text first, then equal title (a split leaves the key with the part that has the title), then order.
 */
export function continueItems(
  old: readonly Item[],
  pieces: readonly Piece[],
  options: { readonly breaks: boolean; readonly nextKey: () => string },
): Item[] {
  const free = new Set(old);
  const matched = new Map<number, Item>();
  const match = (fits: (item: Item, index: number) => boolean) => {
    pieces.forEach((_, index) => {
      if (matched.has(index)) return;
      for (const item of free) {
        if (!fits(item, index)) continue;
        matched.set(index, item);
        free.delete(item);
        return;
      }
    });
  };
  match((item, index) => item.piece.text === pieces[index]?.text);
  const sources = pieces.map((piece, index) => matched.get(index)?.source ?? readSlideSource(piece.text, options));
  match((item, index) => item.source.title !== "" && item.source.title === sources[index]?.title);
  // What is left continues in order, but a part without a title does not take a titled slide's key while one with a title needs it.
  match((item, index) => (item.source.title === "") === (sources[index]?.title === ""));
  match(() => true);
  return pieces.map((piece, index) => {
    const source = sources[index] ?? readSlideSource(piece.text, options);
    const continued = matched.get(index);
    if (continued && continued.piece.text === piece.text && continued.piece.lead === piece.lead) return continued;
    return { piece, source, key: continued?.key ?? options.nextKey() };
  });
}
