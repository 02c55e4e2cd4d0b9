import type { VersionId } from "@/lib/api/ids";

/** The stage of a deck, at a slide (0-based). */
export function presentUrl(deckId: string, slideIndex = 0): string {
  const address = `/decks/${encodeURIComponent(deckId)}/present`;
  return slideIndex === 0 ? address : `${address}#${slideIndex + 1}`;
}

/** The slides that a talk of the deck showed, as it showed them; at one of them where an anchor is given. */
export function presentedUrl(deckId: string, { versionId, anchor }: { readonly versionId: VersionId; readonly anchor?: string }): string {
  return `${presentUrl(deckId)}?v=${versionId}${anchor === undefined ? "" : `#${encodeURIComponent(anchor)}`}`;
}
