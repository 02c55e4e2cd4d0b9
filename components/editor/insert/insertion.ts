import { zoneAfter } from "@/components/editor/completion/zone";
import { slideAt, type Deck, type Slide } from "@/lib/deck";
import type { Insert } from "@/lib/deck/reference";

/** A snippet (Monaco's syntax) in the place of a stretch of the source. */
export interface Insertion {
  readonly start: number;
  readonly end: number;
  readonly snippet: string;
}

/**
 * Where an insert goes for a caret at `offset`: a block on lines of its own after the block the caret is in, notes at
 * the slide's end, a layout at its start, words at the caret. What is there stays, but for a layout that is replaced.
 */
export function insertionAt(deck: Deck, offset: number, insert: Insert): Insertion {
  const slide = slideHolding(deck, offset);
  const caret = Math.min(Math.max(offset, slide.range.start), slide.range.end);
  switch (insert.place) {
    case "inline":
      return { start: caret, end: caret, snippet: insert.snippet };
    case "slide-end":
      return betweenBlocks(deck, slide, { at: slide.range.end, snippet: insert.snippet });
    case "layout":
      return layout(deck, slide, insert.snippet);
    case "block":
      return betweenBlocks(deck, slide, { at: blockEnd(deck, slide, caret), snippet: insert.snippet });
  }
}

function slideHolding(deck: Deck, offset: number): Slide {
  const slide = deck.slides[slideAt(deck, offset)] ?? deck.slides[0];
  if (slide === undefined) throw new Error("A deck has at least one slide.");
  return slide;
}

/** The end of the block that the caret is in: the next blank line that no fence and no comment holds. */
function blockEnd(deck: Deck, slide: Slide, caret: number): number {
  const text = deck.source.slice(slide.range.start, slide.range.end);
  const lines = text.split("\n");
  let start = slide.range.start;
  for (const [index, line] of lines.entries()) {
    const end = start + line.length;
    if (end >= caret && line.trim() === "" && zoneAfter(lines.slice(0, index), { isTop: false }).kind === "text") return start;
    start = end + 1;
  }
  return slide.range.end;
}

/** Puts a block at `at`, with one empty line before and after it, and as many as are there already. */
function betweenBlocks(deck: Deck, slide: Slide, { at, snippet }: { readonly at: number; readonly snippet: string }): Insertion {
  const before = deck.source.slice(slide.range.start, at).trimEnd();
  const after = deck.source.slice(at, slide.range.end).trimStart();
  const start = slide.range.start + before.length;
  const end = slide.range.end - after.length;
  return { start, end, snippet: `${lead(deck, slide, before)}${snippet}${tail(deck, slide, after)}` };
}

function lead(deck: Deck, slide: Slide, before: string): string {
  if (before !== "") return "\n\n";
  if (slide.range.start === 0) return "";
  // Right after the line of a break, or after the front matter.
  return deck.source[slide.range.start - 1] === "\n" ? "\n" : "\n\n";
}

/** What follows is the slide's rest, or the next break: text right above its dashes would be a heading. */
function tail(deck: Deck, slide: Slide, after: string): string {
  if (after !== "") return "\n\n";
  return slide.range.end < deck.source.length ? "\n\n" : "\n";
}

/** An empty slide takes all of a layout's snippet; any other only its setting, in the place of one it has. */
function layout(deck: Deck, slide: Slide, snippet: string): Insertion {
  const text = deck.source.slice(slide.range.start, slide.range.end);
  if (text.trim() === "") return betweenBlocks(deck, slide, { at: slide.range.start, snippet });
  const setting = snippet.split("\n")[0] ?? "";
  const key = /^<!-- (_\w+):/.exec(setting)?.[1] ?? "_layout";
  const written = new RegExp(`<!--\\s*${key}:[^\\n]*?-->`).exec(text);
  if (written === null) return betweenBlocks(deck, slide, { at: slide.range.start, snippet: setting });
  const start = slide.range.start + written.index;
  return { start, end: start + written[0].length, snippet: setting };
}
