import { deckFilePath, type Deck } from "@/lib/deck";
import { renderNotes } from "@/lib/stage/notes";
import { stageSlides } from "@/lib/stage/slides";

/** Addresses of pictures, films and sounds that an audience of this deck is shown; with `notes` those of its notes too. */
export function namedAddresses(deck: Deck, { notes = false }: { readonly notes?: boolean } = {}): ReadonlySet<string> {
  const named = new Set<string>();
  const resolveUrl = (url: string, kind: "image" | "media" | "link") => {
    if (kind !== "link") named.add(url);
    return url;
  };
  const { slides } = stageSlides(deck, { resolveUrl });
  if (notes) for (const slide of slides) renderNotes(slide.notes, { resolveUrl });
  return named;
}

/** Paths of the deck's own files among them. */
export function namedFiles(deck: Deck, options: { readonly notes?: boolean } = {}): ReadonlySet<string> {
  return new Set([...namedAddresses(deck, options)].map(deckFilePath).filter((path) => path !== undefined));
}
