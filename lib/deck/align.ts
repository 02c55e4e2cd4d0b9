/** What two lists share at their ends: so many entries in front, and so many behind those that differ. */
export interface Alignment {
  readonly front: number;
  readonly back: number;
}

const unlimited: Alignment = { front: Infinity, back: Infinity };

/** Finds what a list shares with an earlier one, by identity; not more than lists beside them do. */
export function align<T>(now: readonly T[], before: readonly T[], within = unlimited): Alignment {
  const most = Math.min(now.length, before.length);
  const mostFront = Math.min(most, within.front);
  let front = 0;
  while (front < mostFront && now[front] === before[front]) front++;
  const mostBack = Math.min(most - front, within.back);
  let back = 0;
  while (back < mostBack && now[now.length - 1 - back] === before[before.length - 1 - back]) back++;
  return { front, back };
}

/** The entries of a list that stand between its shared ends. */
export function between<T>(list: readonly T[], { front, back }: Alignment): readonly T[] {
  return list.slice(front, list.length - back);
}

/** An earlier list's shared ends around other entries; the earlier list itself where that is all of it. */
export function takeOver<T>(before: readonly T[], { front, back }: Alignment, middle: readonly T[]): readonly T[] {
  if (middle.length === 0 && front + back === before.length) return before;
  return before.slice(0, front).concat(middle, before.slice(before.length - back));
}
