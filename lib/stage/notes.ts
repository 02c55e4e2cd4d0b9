import { parseDeck, renderDeck, type RenderOptions } from "@/lib/deck";

/** Speaker notes are read in a hurry: a line that was broken stays broken. */
const noteSettings = "---\nbreaks: true\n---\n\n";

const content = /<div class="slide-content">([\s\S]*)<\/div><\/section>$/;

/** Speaker notes as HTML: Markdown like the slides, sanitised like them. Empty for no notes. */
export function renderNotes(notes: string, options: RenderOptions): string {
  if (notes.trim() === "") return "";
  return renderDeck(parseDeck(noteSettings + notes), options)
    .map((section) => content.exec(section)?.[1]?.trim() ?? "")
    .join("<hr>");
}
