/** Postgres keeps neither NUL nor half a surrogate pair; a socket may have put either into the text. Offsets stay. */
export function storable(markdown: string): string {
  return markdown.replaceAll("\0", "\uFFFD").replace(/\p{Surrogate}/gu, "\uFFFD");
}
