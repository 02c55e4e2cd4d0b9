import { deckFileUrl } from "@/lib/api/files";
import { deckFilePath, type RenderOptions } from "@/lib/deck";

type ResolveUrl = NonNullable<RenderOptions["resolveUrl"]>;

/**
 * Which addresses of a deck's text pages of the app load: from our server the deck's own files that are there, what the
 * pages' policy lets through (https, and what stands inside the text), and every link.
 */
export function appAddresses(deckId: string, files: { readonly has: (path: string) => boolean }): ResolveUrl {
  return (url, kind) => {
    if (kind === "link" || isOpenAddress(url)) return url;
    const path = deckFilePath(url);
    return path !== undefined && files.has(path) ? deckFileUrl(deckId, path) : undefined;
  };
}

/** Where a deck's editor opens at one of its slides. */
export function slideAddress(deckId: string, anchor: string): string {
  return `/decks/${encodeURIComponent(deckId)}#${encodeURIComponent(anchor)}`;
}

/** The same for a text that belongs to no deck yet, and so has no files. */
export const textAddresses: ResolveUrl = (url, kind) => (kind === "link" || isOpenAddress(url) ? url : undefined);

function isOpenAddress(url: string): boolean {
  return /^(?:https:|data:)/i.test(url);
}
