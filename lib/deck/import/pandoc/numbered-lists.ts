import type { TextEdit } from "@/lib/deck/deck";
import { applyTextEdits } from "@/lib/deck/edits";
import { maskCode } from "@/lib/deck/import/masked-text";

/** `#.` numbers by itself: here an item's own number counts for the first one alone. */
export function convertNumberedLists(text: string): string {
  if (!/#[.)][ \t]/.test(text)) return text;
  const items = maskCode(text, { comments: true }).matchAll(/(?<=^[ \t>]*(?:[-*+][ \t]+)?)#(?=[.)][ \t]+\S)/gm);
  return applyTextEdits(
    text,
    Array.from(items, ({ index }): TextEdit => ({ start: index, end: index + 1, text: "1" })),
  );
}
