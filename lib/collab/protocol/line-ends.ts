/** Line ends of a deck's text are LF, everywhere: offsets of people on different systems would differ otherwise. */
export function toLineFeeds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}
