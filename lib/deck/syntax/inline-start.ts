const start = /[$]|\[\^|:[a-z0-9_+-]{1,40}:/;

/** Where something of ours may begin in this text first: a formula, a footnote's mark, an emoji; -1 for nowhere. */
export function findInlineStart(src: string): number {
  return src.search(start);
}
