/** Several slides chosen together, by key: from `anchor` on, as Shift extends it. */
export interface RailSelection {
  readonly anchor: string;
  readonly keys: ReadonlySet<string>;
}

/** All slides between two, both included. */
export function selectRange(keys: readonly string[], anchor: string, to: string): RailSelection {
  const [a, b] = [Math.max(0, keys.indexOf(anchor)), Math.max(0, keys.indexOf(to))];
  return { anchor, keys: new Set(keys.slice(Math.min(a, b), Math.max(a, b) + 1)) };
}

/** One slide more, or one less; `active` belongs to a selection that just begins. */
export function toggleSelected(selection: RailSelection | undefined, active: string, key: string): RailSelection {
  const chosen = new Set(selection?.keys ?? [active]);
  if (!chosen.delete(key)) chosen.add(key);
  return { anchor: key, keys: chosen };
}

/** The slides that an act on `active` means: all chosen ones if it is among them, else it alone. In the deck's order. */
export function chosenKeys(keys: readonly string[], selection: RailSelection | undefined, active: string): readonly string[] {
  if (selection === undefined || !selection.keys.has(active)) return [active];
  const there = keys.filter((key) => selection.keys.has(key));
  return there.length === 0 ? [active] : there;
}
