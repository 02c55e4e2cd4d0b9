/** What stands behind the question mark of a page's address. */
export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** Where to go after signing in: a path of this app from `?next=`, else the decks. Other sites' addresses lead nowhere. */
export function nextPath(next: string | readonly string[] | undefined): string {
  if (typeof next !== "string" || !/^\/(?![/\\])[^\p{Cc}\\]*$/u.test(next)) return "/decks";
  return next;
}
