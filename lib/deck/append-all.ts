/** Puts all of them at a list's end. A call takes some hundred thousand arguments at most: `push(...all)` throws for more. */
export function appendAll<T>(list: T[], all: Iterable<T>): void {
  for (const one of all) list.push(one);
}
