import { deckFileUrl } from "@/lib/api/files";
import { sizedAddress, type FileWidths, type PictureWidth } from "@/lib/api/picture-sizes";
import { deckFilePath, type RenderOptions } from "@/lib/deck";

type ResolveUrl = NonNullable<RenderOptions["resolveUrl"]>;

/**
 * Which addresses of a deck's text pages of the app load: from our server the deck's own files that are there, what the
 * pages' policy lets through (https, and what stands inside the text), and every link. Pictures come as wide as a slide
 * needs them where it is a part of a page, or as `wanted`.
 */
export function appAddresses(deckId: string, files: FileWidths, wanted: PictureWidth = 1280): ResolveUrl {
  return (url, kind) => {
    if (kind === "link" || isOpenAddress(url)) return url;
    const path = deckFilePath(url);
    if (path === undefined || !files.has(path)) return undefined;
    const address = deckFileUrl(deckId, path);
    return kind === "image" ? sizedAddress(address, files.get(path), wanted) : address;
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
