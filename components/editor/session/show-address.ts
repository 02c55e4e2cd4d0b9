import type { RenderOptions } from "@/lib/deck";

/**
 * Which addresses of a deck the editor's preview loads: what the page's policy lets through (pictures over https and
 * inside the text), and every link. A deck's own files have no address yet.
 */
export const showAddress: NonNullable<RenderOptions["resolveUrl"]> = (url, kind) =>
  kind === "link" || /^(?:https:|data:image\/)/i.test(url) ? url : undefined;
