/** The beginning of a name that is being written after an `@`; undefined where the caret stands in none. */
export function nameBefore(body: string, caret: number): string | undefined {
  return /(?:^|[\s(])@([\p{L}\p{N}'.-]{0,30})$/u.exec(body.slice(0, caret))?.[1];
}

/** The words with the whole name in place of its beginning, and the caret behind it. */
export function withName(
  body: string,
  { caret, name }: { readonly caret: number; readonly name: string },
): { readonly body: string; readonly caret: number } {
  const start = caret - (nameBefore(body, caret)?.length ?? 0);
  const rest = body.slice(caret);
  const gap = /^[\s.,;:!?)]/.test(rest) ? "" : " ";
  return { body: `${body.slice(0, start)}${name}${gap}${rest}`, caret: start + name.length + gap.length };
}
