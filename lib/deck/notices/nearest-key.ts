/** What other tools call settings of ours. */
const otherNames: Readonly<Record<string, string>> = { pagination: "paginate", slidenumbers: "paginate", language: "lang", colors: "color" };

/**
 * The setting that somebody meant who wrote this key: the same letters with other signs or capitals between them, or but
 * for a letter or two. Undefined where none is near, or where several are.
 */
export function nearestKey(written: string, known: readonly string[]): string | undefined {
  const plain = plainOf(written);
  const same = known.find((key) => plainOf(key) === plain) ?? known.find((key) => key === otherNames[plain]);
  if (same !== undefined) return same;
  const most = plain.length < 4 ? 0 : plain.length < 6 ? 1 : 2;
  const near = known
    .map((key) => ({ key, distance: distanceOf(plain, plainOf(key)) }))
    .filter(({ key, distance }) => distance <= most && distance < plainOf(key).length / 2)
    .toSorted((a, b) => a.distance - b.distance);
  const [first, second] = near;
  return first === undefined || second?.distance === first.distance ? undefined : first.key;
}

function plainOf(key: string): string {
  return key.replace(/[-_]/g, "").toLowerCase();
}

/** How many letters have to be put in, taken out, changed, or swapped with their neighbour. */
function distanceOf(a: string, b: string): number {
  const most = 20;
  if (Math.abs(a.length - b.length) > 2 || a.length > most) return most;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? most) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next.push(Math.min(changed, (row[j] ?? most) + 1, (next[j - 1] ?? most) + 1, isSwapped ? (before[j - 2] ?? most) + 1 : most));
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? most;
}
