import diff from "fast-diff";

/** What of a slide says whether it is the same as another. */
export interface ComparedSlide {
  /** Its own text without the blank lines around it. */
  readonly text: string;
  readonly title: string;
  /** The id of its row, which outlasts edits and moves; undefined where nobody knows it (yet). */
  readonly id?: string | undefined;
}

/** A slide of the comparison; `before` and `after` are indexes into the two decks. */
export type SlideChange =
  | { readonly kind: "same"; readonly before: number; readonly after: number }
  | { readonly kind: "moved" | "changed" | "moved and changed"; readonly before: number; readonly after: number }
  | { readonly kind: "removed"; readonly before: number }
  | { readonly kind: "added"; readonly after: number };

/** A letter for every slide that is in both; more than that are not looked at for having moved. */
const firstLetter = 0x3400;
const maxLetters = 20_000;

/**
 * Which slide of one deck is which of another: those with one id, then those with equal text. Where an id is not known, those
 * with the same title too, then those that are left over between the same two neighbours. In the order of the second deck,
 * each removed one behind the one that it followed.
 */
export function matchSlides(before: readonly ComparedSlide[], after: readonly ComparedSlide[]): readonly SlideChange[] {
  const partner = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (from: number, to: number) => {
    partner.set(to, from);
    taken.add(from);
  };
  const isOther = (from: number, to: number) => before[from]?.id !== undefined && after[to]?.id !== undefined;
  pairBy(({ id }) => id ?? "");
  pairBy(({ text }) => text);
  pairBy(({ title }) => title, isOther);
  pairBetweenNeighbours();

  /** The first that is free for the first, the second for the second. */
  function pairBy(keyOf: (slide: ComparedSlide) => string, isRefused: (from: number, to: number) => boolean = () => false) {
    const waiting = new Map<string, number[]>();
    for (const [index, slide] of before.entries()) {
      const key = keyOf(slide);
      if (key !== "" && !taken.has(index)) waiting.set(key, [...(waiting.get(key) ?? []), index]);
    }
    for (const [index, slide] of after.entries()) {
      if (partner.has(index)) continue;
      const free = waiting.get(keyOf(slide)) ?? [];
      const place = free.findIndex((from) => !isRefused(from, index));
      const [from] = place === -1 ? [] : free.splice(place, 1);
      if (from !== undefined) pair(from, index);
    }
  }

  function pairBetweenNeighbours() {
    for (const index of after.keys()) {
      if (partner.has(index)) continue;
      const from = index === 0 ? 0 : (partner.get(index - 1) ?? -2) + 1;
      if (from >= 0 && from < before.length && !taken.has(from) && !isOther(from, index)) pair(from, index);
    }
  }

  const moved = findMoved(partner, before.length, after.length);
  const changes = [...after.keys()].map((index): SlideChange => {
    const from = partner.get(index);
    if (from === undefined) return { kind: "added", after: index };
    const isSame = before[from]?.text === after[index]?.text;
    if (moved.has(index)) return { kind: isSame ? "moved" : "moved and changed", before: from, after: index };
    return { kind: isSame ? "same" : "changed", before: from, after: index };
  });
  return withRemoved(changes, { partner, taken, count: before.length });
}

/** Both orders as words: what comparing leaves in its place has not moved. */
function findMoved(partner: ReadonlyMap<number, number>, before: number, after: number): ReadonlySet<number> {
  if (partner.size > maxLetters) return new Set();
  const letters = new Map([...partner].map(([to, from], index) => [from, { letter: String.fromCharCode(firstLetter + index), to }]));
  const spell = (indexes: Iterable<number | undefined>) =>
    Array.from(indexes, (from) => (from === undefined ? "" : (letters.get(from)?.letter ?? ""))).join("");
  const inOrder = Array.from({ length: after }, (_, index) => partner.get(index));
  const stays = new Set(
    diff(spell(Array(before).keys()), spell(inOrder)).flatMap(([operation, word]) => (operation === diff.EQUAL ? [...word] : [])),
  );
  return new Set([...letters.values()].flatMap(({ letter, to }) => (stays.has(letter) ? [] : [to])));
}

function withRemoved(
  changes: readonly SlideChange[],
  { partner, taken, count }: { readonly partner: ReadonlyMap<number, number>; readonly taken: ReadonlySet<number>; readonly count: number },
): readonly SlideChange[] {
  const followers = new Map<number, SlideChange[]>();
  let last = -1;
  for (let index = 0; index < count; index += 1) {
    if (taken.has(index)) last = index;
    else followers.set(last, [...(followers.get(last) ?? []), { kind: "removed", before: index }]);
  }
  return [...(followers.get(-1) ?? []), ...changes.flatMap((change, index) => [change, ...(followers.get(partner.get(index) ?? -2) ?? [])])];
}
