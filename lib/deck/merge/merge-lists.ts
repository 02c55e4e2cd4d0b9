/** A stretch in which two changed lists were compared with what they both came from. */
export interface Chunk<T> {
  readonly base: readonly T[];
  readonly mine: readonly T[];
  readonly theirs: readonly T[];
  /** Do base, mine and theirs have one element each here, which is the same one in all three? */
  readonly isStable: boolean;
}

/** Pairs of what is the same in two lists, in the order of both. */
export type Alignment = ReadonlyMap<number, number>;

/**
 * Two lists that came from one, in chunks: elements that are in all three, one by one, and what lies between them
 * (Khanna, Kunal, Pierce, “A Formal Investigation of Diff3”).
 */
export function chunksOf<T>(
  { base, mine, theirs }: Readonly<Record<"base" | "mine" | "theirs", readonly T[]>>,
  { toMine, toTheirs }: { readonly toMine: Alignment; readonly toTheirs: Alignment },
): readonly Chunk<T>[] {
  const chunks: Chunk<T>[] = [];
  let at = { base: 0, mine: 0, theirs: 0 };
  const upTo = (next: typeof at) => {
    const between = { base: base.slice(at.base, next.base), mine: mine.slice(at.mine, next.mine), theirs: theirs.slice(at.theirs, next.theirs) };
    if (between.base.length + between.mine.length + between.theirs.length > 0) chunks.push({ ...between, isStable: false });
  };
  for (const [index, element] of base.entries()) {
    const inMine = toMine.get(index);
    const inTheirs = toTheirs.get(index);
    const mineElement = inMine === undefined ? undefined : mine[inMine];
    const theirElement = inTheirs === undefined ? undefined : theirs[inTheirs];
    if (inMine === undefined || inTheirs === undefined || mineElement === undefined || theirElement === undefined) continue;
    upTo({ base: index, mine: inMine, theirs: inTheirs });
    chunks.push({ base: [element], mine: [mineElement], theirs: [theirElement], isStable: true });
    at = { base: index + 1, mine: inMine + 1, theirs: inTheirs + 1 };
  }
  upTo({ base: base.length, mine: mine.length, theirs: theirs.length });
  return chunks;
}

/** Beyond this many comparisons only what both begin and end with is aligned. */
const maxComparisons = 4_000_000;

/** The longest common subsequence of two lists. `likeness` is 0 for what is not the same, and the more the surer. */
export function align<T>(a: readonly T[], b: readonly T[], likeness: (one: T, other: T) => number): Alignment {
  const pairs = new Map<number, number>();
  let front = 0;
  while (front < a.length && front < b.length && isSame(a, b, { at: front, to: front }, likeness)) pairs.set(front, front++);
  let back = 0;
  while (back < a.length - front && back < b.length - front && isSame(a, b, { at: a.length - 1 - back, to: b.length - 1 - back }, likeness)) back++;
  for (let index = back; index > 0; index--) pairs.set(a.length - index, b.length - index);
  const [rows, columns] = [a.length - front - back, b.length - front - back];
  if (rows * columns > maxComparisons) return pairs;
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width);
  const score = (row: number, column: number) => best[row * width + column] ?? 0;
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const same = likenessAt(a, b, { at: front + row, to: front + column }, likeness);
      const taken = same > 0 ? same + score(row + 1, column + 1) : 0;
      best[row * width + column] = Math.max(taken, score(row + 1, column), score(row, column + 1));
    }
  }
  for (let row = 0, column = 0; row < rows && column < columns;) {
    if (score(row, column) === score(row + 1, column)) row++;
    else if (score(row, column) === score(row, column + 1)) column++;
    else pairs.set(front + row++, front + column++);
  }
  return pairs;
}

interface Pair {
  readonly at: number;
  readonly to: number;
}

/** Only what is wholly the same is taken for granted at the ends. */
function isSame<T>(a: readonly T[], b: readonly T[], pair: Pair, likeness: (one: T, other: T) => number): boolean {
  return likenessAt(a, b, pair, likeness) >= 1;
}

function likenessAt<T>(a: readonly T[], b: readonly T[], { at, to }: Pair, likeness: (one: T, other: T) => number): number {
  const [one, other] = [a[at], b[to]];
  return one === undefined || other === undefined ? 0 : likeness(one, other);
}
