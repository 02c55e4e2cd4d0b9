/** A stretch of a deck's text as a sentence quotes it. */
export function quote(text: string): string {
  return `“${text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text}”`;
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** `1 heading`, `3 headings`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
