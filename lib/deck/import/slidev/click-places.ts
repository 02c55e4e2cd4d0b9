import type { Clicks } from "./click-values";

/** Something on a slide that takes presses of next. */
export interface ClickUnit {
  /** Where it is written, and where it ends: of two in each other Slidev counts the inner one first. */
  readonly start: number;
  readonly end: number;
  readonly clicks: Clicks;
  readonly presses: number;
}

/** The press at which something appears, and the one at which it goes; those below 1 are before the first. */
export interface Place {
  readonly from: number;
  readonly until?: number;
}

/** Counts the presses of a slide as Slidev does: what is relative follows the relative one before it, a number stands apart. */
export function placeClicks<T extends ClickUnit>(units: readonly T[]): ReadonlyMap<T, Place> {
  const places = new Map<T, Place>();
  let offset = 0;
  for (const unit of units.toSorted((a, b) => a.end - b.end || b.start - a.start)) {
    const { from, until } = unit.clicks;
    const start = from.isRelative ? offset + from.value : from.value;
    if (from.isRelative) offset += from.value + (until === undefined ? unit.presses - 1 : 0);
    if (until?.isRelative === true) offset += until.value;
    places.set(unit, until === undefined ? { from: start } : { from: start, until: until.isRelative ? start + until.value : until.value });
  }
  return places;
}

/** Something that shows, goes or changes, at its place. */
export interface PlacedUnit extends Place {
  readonly start: number;
  readonly presses: number;
}

/** What of a slide's units the deck language must be told, since it is not simply the next press each. */
export interface Order {
  /** Each is to say its press: the order in which they are written is another. */
  readonly isIndexed: boolean;
  /** Whether a unit goes just when the next one comes. */
  readonly leavesWithNext: (place: Place) => boolean;
}

export function readOrder(units: readonly PlacedUnit[]): Order {
  const entries = [...new Set(units.flatMap(({ from, presses }) => Array.from({ length: presses }, (_, press) => from + press)))].toSorted(
    (a, b) => a - b,
  );
  const following = new Map(entries.map((entry, index) => [entry, entries[index + 1]]));
  const leavesWithNext = ({ from, until }: Place) => until !== undefined && following.get(from) === until;
  let last = 0;
  const isInOrder = units
    .toSorted((a, b) => a.start - b.start)
    .every((unit) => {
      const follows = unit.from > last && (unit.until === undefined || leavesWithNext(unit));
      last = unit.from + unit.presses - 1;
      return follows;
    });
  return { isIndexed: !isInOrder, leavesWithNext };
}
