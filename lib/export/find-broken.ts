/**
 * Which of `count` things keep a work from being done that can't be done with all of them. `works` tries it with those
 * from `from` up to `to` alone. Halves are tried, so that one among many costs few tries; things that break it only
 * together are not found.
 */
export async function findBroken(count: number, works: (from: number, to: number) => Promise<boolean>): Promise<readonly number[]> {
  async function search(from: number, to: number): Promise<readonly number[]> {
    if (from >= to || (await works(from, to))) return [];
    if (to - from === 1) return [from];
    const middle = Math.floor((from + to) / 2);
    return [...(await search(from, middle)), ...(await search(middle, to))];
  }
  const middle = Math.ceil(count / 2);
  return count === 1 ? [0] : [...(await search(0, middle)), ...(await search(middle, count))];
}
