import type { Deck, TextEdit } from "@/lib/deck/deck";
import { readPositions } from "@/lib/deck/positions";
import { renderInputOf } from "@/lib/deck/slide-data";

/**
 * A break before every heading of the slide's highest level that stands behind other content: what mends a slide that
 * runs over. No edits where there is none. Offsets are into the deck's source.
 */
export function splitAtHeadings(deck: Deck, index: number): readonly TextEdit[] {
  const slide = deck.slides[index];
  if (!slide) return [];
  const { source, text } = renderInputOf(slide);
  const places = headingsBehindContent(source.blocks);
  const top = Math.min(...places.map(({ level }) => level));
  const { differs, toSource } = readPositions(deck.source);
  const before = differs ? readPositions(deck.source.slice(0, slide.range.start)).text.length : slide.range.start;
  return places
    .filter(({ level }) => level === top)
    .map(({ start }) => {
      const at = before + start;
      const offset = differs ? toSource(at) : at;
      return { start: offset, end: offset, text: text.slice(0, start).endsWith("\n\n") ? "---\n\n" : "\n---\n\n" };
    });
}

type Blocks = ReturnType<typeof renderInputOf>["source"]["blocks"];

function headingsBehindContent(blocks: Blocks): readonly { readonly start: number; readonly level: number }[] {
  let visible = false;
  return blocks.flatMap(({ token, start }) => {
    if (token.type === "space" || token.type === "def") return [];
    const isBehind = visible;
    visible = true;
    return token.type === "heading" && isBehind && typeof token.depth === "number" ? [{ start, level: token.depth }] : [];
  });
}
