/** The stage of a deck, at a slide (0-based). */
export function presentUrl(deckId: string, slideIndex = 0): string {
  const address = `/decks/${encodeURIComponent(deckId)}/present`;
  return slideIndex === 0 ? address : `${address}#${slideIndex + 1}`;
}
