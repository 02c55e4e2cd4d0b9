const emojiName = /:[a-z0-9_+-]{1,40}:/;
const start = new RegExp(`[$]|\\[\\^|${emojiName.source}`);

/** Can anything of ours begin in this text: a formula, a footnote's mark, an emoji? */
export function mayHoldInlines(src: string): boolean {
  return src.includes("$") || src.includes("[^") || (src.includes(":") && emojiName.test(src));
}

/** Where the first of them may begin. */
export function findInlineStart(src: string): number | undefined {
  const at = src.search(start);
  return at === -1 ? undefined : at;
}
