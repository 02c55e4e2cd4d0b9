import type { Item } from "./assemble";
import type { LanguageOptions } from "./language";
import { readSlideSource, type SlideSource } from "./slide-source";
import type { Piece } from "./split";

export interface ContinueOptions extends LanguageOptions {
  readonly nextKey: () => string;
  /** False where the old sources were read with other settings: keys go on, sources are read again. */
  readonly reuse: boolean;
}

/**
 * Turns the new pieces of an edited stretch into items, giving each the key of the old slide that it continues:
 * equal text first, then equal title (a split leaves the key with the part that has the title), then order, where a
 * part without a title takes no titled slide's key while one with a title needs it. Linear in all slides.
 */
export function continueItems(old: readonly Item[], pieces: readonly Piece[], { breaks, math, nextKey, reuse }: ContinueOptions): Item[] {
  const taken = new Set<Item>();
  const continued: (Item | undefined)[] = pieces.map(() => undefined);
  const match = (oldKey: (item: Item) => string | undefined, newKey: (index: number) => string | undefined) => {
    const waiting = new Map<string, Item[]>();
    for (let at = old.length - 1; at >= 0; at--) {
      const item = old[at];
      const key = item && !taken.has(item) ? oldKey(item) : undefined;
      if (item && key !== undefined) push(waiting, key, item);
    }
    for (let index = 0; index < pieces.length && waiting.size > 0; index++) {
      const key = continued[index] === undefined ? newKey(index) : undefined;
      const item = key === undefined ? undefined : waiting.get(key)?.pop();
      if (!item) continue;
      continued[index] = item;
      taken.add(item);
    }
  };
  match(
    (item) => item.piece.text,
    (index) => pieces[index]?.text,
  );
  const readOnce = new Map<string, SlideSource>();
  const read = ({ text, blocks }: Piece) => {
    let source = readOnce.get(text);
    if (!source) readOnce.set(text, (source = readSlideSource(text, { breaks, math }, blocks)));
    return source;
  };
  const sources = pieces.map((piece, index) => (reuse ? continued[index]?.source : undefined) ?? read(piece));
  match(
    (item) => item.source.title || undefined,
    (index) => sources[index]?.title || undefined,
  );
  match(
    (item) => (item.source.title === "" ? "untitled" : "titled"),
    (index) => (sources[index]?.title === "" ? "untitled" : "titled"),
  );
  match(
    () => "any",
    () => "any",
  );
  return pieces.map((piece, index) => {
    const before = continued[index];
    if (reuse && before && before.piece.text === piece.text && before.piece.lead === piece.lead) return before;
    const source = sources[index] ?? read(piece);
    return { piece, source, key: before?.key ?? nextKey() };
  });
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
