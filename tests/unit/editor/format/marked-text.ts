import type { FormatInput, Formatted } from "@/components/editor/format/text-format";
import { applyTextEdits, parseDeck, untouchableStretches } from "@/lib/deck";

/** A text with its selections drawn in: `[` and `]` in `‹ ›` for a selection, `|` for a caret. */
export function inputOf(drawn: string): FormatInput {
  const selections: { start: number; end: number }[] = [];
  let text = "";
  for (const sign of drawn) {
    if (sign === "‹") selections.push({ start: text.length, end: text.length });
    else if (sign === "›") selections.push({ start: selections.pop()?.start ?? 0, end: text.length });
    else if (sign === "|") selections.push({ start: text.length, end: text.length });
    else text += sign;
  }
  return { text, selections, untouchable: untouchableStretches(parseDeck(text), 0, text.length) };
}

/** The text after an act, with its selections drawn in. */
export function drawnAfter(input: FormatInput, { edits, selections }: Formatted): string {
  const text = applyTextEdits(input.text, edits);
  const signs = selections.flatMap(({ start, end }) =>
    start === end
      ? [{ at: start, sign: "|" }]
      : [
          { at: start, sign: "‹" },
          { at: end, sign: "›" },
        ],
  );
  let drawn = text;
  for (const { at, sign } of signs.toSorted((a, b) => b.at - a.at)) drawn = drawn.slice(0, at) + sign + drawn.slice(at);
  return drawn;
}
