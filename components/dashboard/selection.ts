/** Which cards are chosen, and which was the last one: a stretch begins there. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly last: string | undefined;
}

export const nothingSelected: Selection = { ids: new Set(), last: undefined };

/** Chooses a card, or lets go of it. */
export function toggle({ ids }: Selection, id: string): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, last: id };
}

/** Chooses all cards from the last one to this, as they lie in `order`. */
export function extend({ ids, last }: Selection, id: string, order: readonly string[]): Selection {
  const [from, to] = [last === undefined ? -1 : order.indexOf(last), order.indexOf(id)].toSorted((a, b) => a - b);
  if (from === undefined || to === undefined || from === -1) return toggle({ ids, last }, id);
  return { ids: new Set([...ids, ...order.slice(from, to + 1)]), last: id };
}

/** What is in the list no more is not chosen. */
export function keepPresent(selection: Selection, order: readonly string[]): Selection {
  const present = new Set(order);
  const ids = new Set([...selection.ids].filter((id) => present.has(id)));
  return ids.size === selection.ids.size ? selection : { ids, last: selection.last };
}
